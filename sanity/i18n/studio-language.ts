import {defaultLocale, isLocale, type Locale} from '#lib/i18n/locales.ts'

const storageKey = 'simi-studio-language'

function storedLanguage(): Locale {
  if (typeof localStorage === 'undefined') return defaultLocale
  const stored = localStorage.getItem(storageKey)
  return isLocale(stored) ? stored : defaultLocale
}

/** The language of the Studio, for Sanity's texts and ours. It is fixed until the page reloads. */
export const studioLanguage: Locale = storedLanguage()

/** A text of the Studio in the editor's language: docs/decisions/013-the-studio-shows-one-language-at-a-time.md. */
export const t = (cs: string, en: string): string => (studioLanguage === 'cs' ? cs : en)

/** Reloads the Studio, because Sanity reads schemas only once. */
export function switchStudioLanguage(language: Locale) {
  localStorage.setItem(storageKey, language)
  location.reload()
}
