import {defaultLocale, isLocale, type Locale} from '#lib/i18n/locales.ts'

const storageKey = 'simi-studio-language'

function storedLanguage(): Locale {
  if (typeof localStorage === 'undefined') return defaultLocale
  const stored = localStorage.getItem(storageKey)
  return isLocale(stored) ? stored : defaultLocale
}

/** The language the Studio is in, Sanity's texts and this project's, for as long as the page lives. */
export const studioLanguage: Locale = storedLanguage()

/** A text of the Studio in the editor's language: docs/decisions/013-the-studio-shows-one-language-at-a-time.md. */
export const t = (cs: string, en: string): string => (studioLanguage === 'cs' ? cs : en)

/** Schemas are read once, so another language means loading the Studio again. */
export function switchStudioLanguage(language: Locale) {
  localStorage.setItem(storageKey, language)
  location.reload()
}
