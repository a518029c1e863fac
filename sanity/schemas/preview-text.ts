import {formatPartialDate} from '#lib/dates/partial-date.ts'
import {otherLocale} from '#lib/i18n/locales.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {translated} from '#lib/i18n/translation-gaps.ts'
import {safeUrl} from '#lib/parsing/safe-url.ts'
import {displayUrl} from '#lib/typography/display-url.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

/** A text in the editor's language, else in the other one. */
export const inStudioLanguage = (text: Localized): string | undefined =>
  text?.[studioLanguage] || text?.[otherLocale(studioLanguage)] || undefined

/** A partial date in words; as it is stored when it can't be understood. */
export const dateText = (edtf: string | undefined): string | undefined =>
  formatPartialDate(edtf, studioLanguage) ?? edtf

/** An address as people read it; as it is stored when it is none. */
export function addressText(url: string | undefined): string | undefined {
  const href = safeUrl(url)
  return href ? displayUrl(href) : url
}

/** "anglicky 50 %" for what is behind in one language; undefined for what is complete in both. */
export function missingPart(document: object): string | undefined {
  const {cs, en} = translated(document)
  if (cs === 100 && en === 100) return undefined
  return cs < en ? `${t('česky', 'Czech')} ${cs} %` : `${t('anglicky', 'English')} ${en} %`
}

/** What an option of a list is called. */
export const titleOf = (options: {value: string; title: string}[], value: unknown): string | undefined =>
  options.find((option) => option.value === value)?.title
