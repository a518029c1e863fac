import type {CustomValidator} from 'sanity'
import {locales} from '#lib/i18n/locales.ts'
import {t} from '#sanity/i18n/studio-language.ts'

/** Spaces are not a name. An empty field is left to `required`. */
export const hasText: CustomValidator<string | undefined> = (text) =>
  text === undefined || text.trim()
    ? true
    : t('Jsou tu jen mezery: napište text.', 'There are only spaces here: write a text.')

type Localized = {cs?: string; en?: string} | undefined

/** At least one language has more than spaces. */
export const hasTextInOneLanguage: CustomValidator<Localized> = (text) =>
  !text || locales.some((locale) => text[locale]?.trim())
    ? true
    : t('Vyplňte to aspoň v jednom jazyce.', 'Fill this in for at least one language.')
