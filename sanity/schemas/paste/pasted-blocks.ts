import {safeUrl} from '#lib/parsing/safe-url.ts'
import {completeUrl} from '../inputs/typed-address.ts'
import {cleanText} from './clean-text.ts'
import type {Link} from './pasted-element.ts'
import {type Line, LineReader, type Piece} from './pasted-lines.ts'

type Span = {_type: 'span'; _key: string; text: string; marks: string[]}
type LinkDef = {_type: 'link'; _key: string; href: string}
type Block = {
  _type: 'block'
  _key: string
  style: string
  listItem?: string
  level?: number
  markDefs: LinkDef[]
  children: Span[]
}

/** What was pasted, as blocks that the site can show, and what the editor should know about it. */
export type Pasted = {
  blocks: Block[]
  refusedLinks: Link[]
  hasTable: boolean
  hasNumbers: boolean
}

const newKey = () => crypto.getRandomValues(new Uint32Array(2)).join('')

/** White space at the ends of a line, and next to a space or line break, is not text. */
function trimmed(pieces: Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const before = kept.at(-1)
    const text = !before || /\s$/.test(before.text) ? piece.text.replace(/^ +/, '') : piece.text
    if (text.startsWith('\n') && before) before.text = before.text.trimEnd()
    if (text) kept.push({...piece, text})
  }
  // The end of the last pieces may be white space only.
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text) break
    kept.pop()
  }
  return kept
}

/** An address that works on every page. Undefined for a relative address, and for one that could run code. */
const usableHref = (href: string): string | undefined => {
  const complete = completeUrl(href)
  return safeUrl(complete) && complete
}

/** Programs split text at every change of font. One span is enough while the marks are the same. */
function joined(spans: Span[]): Span[] {
  return spans.reduce<Span[]>((kept, span) => {
    const before = kept.at(-1)
    if (before && before.marks.join() === span.marks.join()) before.text += span.text
    else kept.push(span)
    return kept
  }, [])
}

function toBlock({kind, pieces}: Line, level: number): Block {
  const defs = new Map<Link, LinkDef>()
  const spans = pieces.map(({text, strong, em, link}): Span => {
    const href = link && usableHref(link.href)
    if (href && !defs.has(link)) defs.set(link, {_type: 'link', _key: newKey(), href})
    const marks = [strong && 'strong', em && 'em', link && defs.get(link)?._key]
    return {_type: 'span', _key: newKey(), text, marks: marks.filter((mark) => typeof mark === 'string')}
  })
  return {
    _type: 'block',
    _key: newKey(),
    style: kind === 'heading' ? 'h3' : 'normal',
    ...(kind === 'bullet' && {listItem: 'bullet', level}),
    markDefs: [...defs.values()],
    children: joined(spans),
  }
}

/** Converts copied HTML, of a word processor or a web page. */
export function readPastedHtml(html: string): Pasted {
  const reader = new LineReader()
  const lines = reader
    .read(new DOMParser().parseFromString(html, 'text/html').body)
    .map((line) => ({...line, pieces: trimmed(line.pieces)}))
    .filter(({pieces}) => pieces.length > 0)
  let level = 0
  const blocks = lines.map((line) => {
    // A level without the level above it would be an empty item.
    level = line.kind === 'bullet' ? Math.min(line.level, level + 1) : 0
    return toBlock(line, level)
  })
  const links = new Set(lines.flatMap(({pieces}) => pieces.flatMap(({link}) => link ?? [])))
  const refusedLinks = [...links].filter(({href}) => !usableHref(href))
  return {blocks, refusedLinks, hasTable: reader.hasTable, hasNumbers: reader.hasNumbers}
}

/** Pasted plain text, as HTML. Undefined when Sanity's own paste loses nothing and adds nothing. */
export function plainTextAsHtml(text: string): string | undefined {
  if (cleanText(text) === text) return undefined
  const pre = document.createElement('pre')
  pre.textContent = text
  return pre.outerHTML
}
