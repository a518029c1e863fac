import {type Locale, otherLocale} from './locales.ts'
import {readString} from './read.ts'

/** A field kept in both languages, as queries give it. */
export type Localized<Value = string> = {cs?: Value | null; en?: Value | null} | null | undefined

/** Text to print. `lang` is set when it isn't in the page's language, and goes to the `lang` attribute. */
export type Text = {text: string; lang?: string}

/** The field in the page's language, else in the other one and marked as such; undefined when it has neither. */
export function pickText(field: Localized, locale: Locale): Text | undefined {
  const own = readString(field?.[locale])
  if (own !== undefined) return {text: own}
  const fallback = otherLocale(locale)
  const foreign = readString(field?.[fallback])
  return foreign === undefined ? undefined : {text: foreign, lang: fallback}
}

/** Text that is known to be in `lang` (a BCP 47 tag), whatever the page's language. */
export function textIn(lang: string | undefined, text: string, locale: Locale): Text {
  return lang === undefined || lang === locale ? {text} : {text, lang}
}
