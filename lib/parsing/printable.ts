/** Line breaks of word processors and slide programmes, which XML and HTML don't take for any. */
const foreignBreak = '[\\v\\f\\u0085]'

/**
 * What XML 1.0 forbids even as a character reference, so that one of them makes a whole feed unreadable: control
 * characters, halves of surrogate pairs, noncharacters. The C1 controls are allowed there, but are an error in HTML.
 */
const forbidden = '(?![\\t\\n\\r])[\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}]'

const breaks = new RegExp(foreignBreak, 'gu')
const unprintable = new RegExp(forbidden, 'gu')

/** The text with a space for each foreign line break and without what may not be printed. */
export const printableText = (text: string) => text.replace(breaks, ' ').replace(unprintable, '')

/** Where in a text is the first character that may not be printed; undefined when there is none. */
export function findUnprintable(text: string): {index: number; code: string} | undefined {
  const found = new RegExp(forbidden, 'u').exec(text)
  const number = found?.[0].codePointAt(0)
  if (!found || number === undefined) return undefined
  return {index: found.index, code: `U+${number.toString(16).toUpperCase().padStart(4, '0')}`}
}

/** An answer of the CMS in which every text is printable, however it came in. */
export function printable<Value>(value: Value): Value {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return printableText(part)
    if (Array.isArray(part)) return part.map(clean)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, clean(inner)]))
  }
  return clean(value) as Value
}
