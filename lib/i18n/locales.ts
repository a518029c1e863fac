export const locales = ['cs', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'cs'

/** BCP 47 tags for `Intl`. The English texts are British English, with the day first in dates. */
export const intlLocales: Record<Locale, string> = {cs: 'cs-CZ', en: 'en-GB'}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'cs' ? 'en' : 'cs'
}

/**
 * The locale for a request to `/`: the best `Accept-Language` range with one of our locales. `q=0` excludes a
 * language (RFC 9110 section 12.4.2). Slovak readers get Czech, readers of other languages English. Without a
 * language, the default locale.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const ranges = (acceptLanguage ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const quality = parameters
      .map((parameter) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
      .find(Boolean)
    return {language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality)}
  })
  // Array.sort is stable: equal qualities keep the order in which the browser listed them.
  for (const {language} of ranges.filter(({quality}) => quality > 0).sort((a, b) => b.quality - a.quality)) {
    if (isLocale(language)) return language
    if (language === 'sk') return 'cs'
  }
  return ranges.some(({language, quality}) => quality > 0 && /^[a-z]/.test(language ?? ''))
    ? 'en'
    : defaultLocale
}
