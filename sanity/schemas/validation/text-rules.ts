import type {CustomValidator} from 'sanity'
import {type Locale, locales} from '#lib/i18n/locales.ts'
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

/** Checks each language by itself, so that a message stands below the text that it is about. */
export const inEachLanguage =
  (problemOf: (text: string, locale: Locale) => string | undefined): CustomValidator<Localized> =>
  (text) => {
    const problems = locales.flatMap((locale) => {
      const message = problemOf(text?.[locale] ?? '', locale)
      return message ? [{message, path: [locale]}] : []
    })
    return problems.length === 0 || problems
  }

/** Each language has a text, and none is longer than fits its place on the page. */
export const localizedText = (limit: number) =>
  inEachLanguage((text, locale) => {
    const {length} = text.trim()
    if (length === 0) return missingIn[locale]
    return length > limit ? tooLong(length, limit) : undefined
  })

const missingIn: Record<Locale, string> = {
  cs: t(
    'Napište text česky: bez něj by na stránce zůstalo prázdné místo.',
    'Write the text in Czech: the page would have a gap without it.',
  ),
  en: t(
    'Napište text anglicky: bez něj by na stránce zůstalo prázdné místo.',
    'Write the text in English: the page would have a gap without it.',
  ),
}

const tooLong = (length: number, limit: number) =>
  t(
    `Zkraťte text na ${limit} znaků, teď jich má ${length}.`,
    `Shorten the text to ${limit} characters; it has ${length}.`,
  )
