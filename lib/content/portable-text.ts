import {type Locale, otherLocale} from '../i18n/locales.ts'
import type {Localized} from '../i18n/localized.ts'

/** Valid Portable Text blocks. `lang` is set when they are not in the page's language. */
export type RichTextView = {blocks: Block[]; lang?: string}

type Span = {_type: 'span'; _key?: string; text: string; marks?: string[]}
type Block = {
  _type: 'block'
  _key?: string
  style?: string
  listItem?: string
  level?: number
  markDefs: {_type: string; _key: string}[]
  children: Span[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isSpan = (value: unknown): value is Span =>
  isObject(value) && value._type === 'span' && typeof value.text === 'string'

function readBlock(value: unknown): Block | undefined {
  if (!isObject(value) || value._type !== 'block' || !Array.isArray(value.children)) return undefined
  const children = value.children.filter(isSpan)
  if (!children.some(({text}) => text.trim())) return undefined
  // Style, list and keys stay unchecked: the renderer prints unknown values as plain paragraphs.
  return {...value, _type: 'block', children, markDefs: Array.isArray(value.markDefs) ? value.markDefs : []}
}

const readBlocks = (value: unknown): Block[] =>
  Array.isArray(value) ? value.map(readBlock).filter((block) => block !== undefined) : []

/** `pickText` for Portable Text. Malformed and blank blocks are left out. */
export function pickRichText(field: Localized<unknown>, locale: Locale): RichTextView | undefined {
  const own = readBlocks(field?.[locale])
  if (own.length > 0) return {blocks: own}
  const fallback = otherLocale(locale)
  const foreign = readBlocks(field?.[fallback])
  return foreign.length > 0 ? {blocks: foreign, lang: fallback} : undefined
}
