import {intlLocales, type Locale} from './locales.ts'

const collators: Record<Locale, Intl.Collator> = {
  cs: new Intl.Collator(intlLocales.cs),
  en: new Intl.Collator(intlLocales.en),
}

/**
 * Compares names in the alphabetical order of the locale: in Czech, Č comes after C and ch after h. GROQ's
 * `order()` compares code points and has no collation, so lists of names are sorted here.
 */
export const compareNames = (locale: Locale) => collators[locale].compare

/** For ranks, ids and other keys that are not shown: the same order in every language, and in GROQ. */
export const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
