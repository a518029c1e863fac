import {parseString} from '../parsing/parse.ts'
import {type Locale, otherLocale} from './locales.ts'

/** A field in both languages, as queries return it. */
export type Localized<Value = string> = {cs?: Value | null; en?: Value | null} | null | undefined

/**
 * Text to print. `lang` is set when it is not in the page's language; it becomes the `lang` attribute.
 * `parts` is set when the text has parts in different languages: joined, they are `text`.
 */
export type Text = {text: string; lang?: string; parts?: Text[]}

/** The field in the page's language, otherwise in the other one with `lang`. Undefined if it is empty. */
export function pickText(field: Localized, locale: Locale): Text | undefined {
  const own = parseString(field?.[locale])
  if (own !== undefined) return {text: own}
  const fallback = otherLocale(locale)
  const foreign = parseString(field?.[fallback])
  return foreign === undefined ? undefined : {text: foreign, lang: fallback}
}

/** Whether a string is a valid BCP 47 tag. Content may contain any string. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Text in a known language (a BCP 47 tag). */
export function textIn(lang: string | undefined, text: string, locale: Locale): Text {
  return lang === undefined || lang === locale || !isLanguageTag(lang) ? {text} : {text, lang}
}

/** The string, if all of it is in the page's language. For formats without a language attribute. */
export const ownText = (text: Text | undefined): string | undefined =>
  text && !text.lang && !text.parts ? text.text : undefined

/** Joins texts, each with its own language. A plain string is in the page's language. */
export function joined(...pieces: (Text | string)[]): Text {
  const parts: Text[] = []
  for (const piece of pieces.flatMap((each) =>
    typeof each === 'string' ? {text: each} : (each.parts ?? each),
  )) {
    const last = parts.at(-1)
    if (last && (last.lang === piece.lang || piece.text === '')) last.text += piece.text
    else if (piece.text !== '') parts.push({...piece})
  }
  const text = parts.map((part) => part.text).join('')
  return parts.length > 1 ? {text, parts} : {text, ...parts[0]}
}

/** Joins texts with a separator. */
export const joinedBy = (separator: string, pieces: (Text | string)[]): Text =>
  joined(...pieces.flatMap((piece, index) => (index > 0 ? [separator, piece] : piece)))
