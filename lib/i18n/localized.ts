import {parseString} from '../parsing/parse.ts'
import {type Locale, otherLocale} from './locales.ts'

/** A field kept in both languages, as queries give it. */
export type Localized<Value = string> = {cs?: Value | null; en?: Value | null} | null | undefined

/**
 * Text to print. `lang` is set when it isn't in the page's language, and goes to the `lang` attribute. `parts` are set
 * when it is made of parts in different languages: joined they are `text`.
 */
export type Text = {text: string; lang?: string; parts?: Text[]}

/** The field in the page's language, else in the other one and marked as such; undefined when it has neither. */
export function pickText(field: Localized, locale: Locale): Text | undefined {
  const own = parseString(field?.[locale])
  if (own !== undefined) return {text: own}
  const fallback = otherLocale(locale)
  const foreign = parseString(field?.[fallback])
  return foreign === undefined ? undefined : {text: foreign, lang: fallback}
}

/** A BCP 47 tag that a browser understands. Content may hold anything. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Text that is known to be in `lang` (a BCP 47 tag), whatever the page's language. */
export function textIn(lang: string | undefined, text: string, locale: Locale): Text {
  return lang === undefined || lang === locale || !isLanguageTag(lang) ? {text} : {text, lang}
}

/** The string of a text that is all in the page's language, for forms that can't mark another. */
export const ownText = (text: Text | undefined): string | undefined =>
  text && !text.lang && !text.parts ? text.text : undefined

/** One text made of several, each of which keeps its language. A string is in the page's language. */
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

/** Texts with `between` each two of them. */
export const joinedBy = (between: string, pieces: (Text | string)[]): Text =>
  joined(...pieces.flatMap((piece, index) => (index > 0 ? [between, piece] : piece)))
