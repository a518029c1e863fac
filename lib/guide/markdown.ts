/**
 * Reads the Markdown of the editors' guide: headings, paragraphs, lists, pictures, links, bold, italic, code.
 * Anything else throws, so that the build fails instead of a page showing raw Markdown.
 */

export type Inline =
  | string
  | {kind: 'strong'; content: Inline[]}
  | {kind: 'emphasis'; content: Inline[]}
  | {kind: 'code'; text: string}
  | {kind: 'link'; href: string; content: Inline[]}

export type Block =
  | {kind: 'heading'; level: 1 | 2; id: string; content: Inline[]}
  | {kind: 'paragraph'; content: Inline[]}
  | {kind: 'list'; isOrdered: boolean; items: Inline[][]}
  | {kind: 'picture'; source: string; text: string}

/** The anchor of a heading, as GitHub makes it: links in the guide work in both places. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-')

const inlinePattern = /`([^`]+)`|\*\*((?:[^*]|\*[^*]+\*)+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g

function inlineOf(match: RegExpExecArray): Inline {
  const [, code, strong, emphasis, link = '', href] = match
  if (code !== undefined) return {kind: 'code', text: code}
  if (strong !== undefined) return {kind: 'strong', content: parseInline(strong)}
  if (emphasis !== undefined) return {kind: 'emphasis', content: parseInline(emphasis)}
  return {kind: 'link', href: href ?? '', content: parseInline(link)}
}

function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let position = 0
  for (const match of text.matchAll(inlinePattern)) {
    parts.push(plain(text.slice(position, match.index)), inlineOf(match))
    position = match.index + match[0].length
  }
  return [...parts, plain(text.slice(position))].filter((part) => part !== '')
}

function plain(text: string): string {
  if (/[*`[\]<>|]/.test(text)) throw new Error(`The guide’s Markdown is not understood: ${text}`)
  return text
}

function parseBlock(block: string): Block {
  const heading = /^(#{1,2}) (.+)$/.exec(block)
  if (heading) {
    const [, marks = '', text = ''] = heading
    return {kind: 'heading', level: marks.length as 1 | 2, id: anchorOf(text), content: parseInline(text)}
  }
  const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)$/.exec(block)
  if (picture) return {kind: 'picture', text: picture[1] ?? '', source: picture[2] ?? ''}
  const lines = block.split('\n')
  const mark = [/^- /, /^\d+\. /].find((each) => lines.every((line) => each.test(line)))
  if (mark) {
    const items = lines.map((line) => parseInline(line.replace(mark, '')))
    return {kind: 'list', isOrdered: mark.source.includes('d'), items}
  }
  if (/^(#|- |\d+\. |> |```|!|\|)/m.test(block))
    throw new Error(`The guide’s Markdown is not understood: ${block}`)
  return {kind: 'paragraph', content: parseInline(lines.join(' '))}
}

/** @throws Error that names the text it does not understand. */
export const parseGuide = (markdown: string): Block[] =>
  markdown
    .trim()
    .split(/\n{2,}/)
    .map(parseBlock)
