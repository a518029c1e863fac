/** Line breaks of word processors and presentation software. They are none in XML and HTML. */
const foreignBreak = '[\\v\\f\\u0085]'

/**
 * Characters that XML 1.0 forbids even as a character reference: control characters, lone surrogates,
 * noncharacters. One of them makes a whole feed unreadable. XML allows the C1 controls, but they are an error
 * in HTML.
 */
const forbidden = '(?![\\t\\n\\r])[\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}]'

const breaks = new RegExp(foreignBreak, 'gu')
const unprintable = new RegExp(forbidden, 'gu')

/** Replaces foreign line breaks with spaces and removes forbidden characters. */
export const printableText = (text: string) => text.replace(breaks, ' ').replace(unprintable, '')

/** The first forbidden character of a text. Undefined when there is none. */
export function findUnprintable(text: string): {index: number; code: string} | undefined {
  const found = new RegExp(forbidden, 'u').exec(text)
  const number = found?.[0].codePointAt(0)
  if (!found || number === undefined) return undefined
  return {index: found.index, code: `U+${number.toString(16).toUpperCase().padStart(4, '0')}`}
}

/** Cleans every string in an answer of the CMS. Imports and API writes skip the Studio's validation. */
export function printable<Value>(value: Value): Value {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return printableText(part)
    if (Array.isArray(part)) return part.map(clean)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, clean(inner)]))
  }
  return clean(value) as Value
}
