import {formatPartialDate} from '#lib/dates/partial-date.ts'
import {otherLocale} from '#lib/i18n/locales.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {translated} from '#lib/i18n/translation-gaps.ts'
import {safeUrl} from '#lib/parsing/safe-url.ts'
import {displayUrl} from '#lib/typography/display-url.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

/** The text in the editor's language. Falls back to the other language. */
export const inStudioLanguage = (text: Localized): string | undefined =>
  text?.[studioLanguage] || text?.[otherLocale(studioLanguage)] || undefined

/** A partial date in words. A date that does not parse is returned unchanged. */
export const dateText = (edtf: string | undefined): string | undefined =>
  formatPartialDate(edtf, studioLanguage) ?? edtf

/** A URL in readable form. An invalid URL is returned unchanged. */
export function addressText(url: string | undefined): string | undefined {
  const href = safeUrl(url)
  return href ? displayUrl(href) : url
}

/** "anglicky 50 %" when one language is incomplete; undefined when both are complete. */
export function translationGap(document: object): string | undefined {
  const {cs, en} = translated(document)
  if (cs === 100 && en === 100) return undefined
  return cs < en ? `${t('česky', 'Czech')} ${cs} %` : `${t('anglicky', 'English')} ${en} %`
}

/** The title of a list option. */
export const titleOf = (options: {value: string; title: string}[], value: unknown): string | undefined =>
  options.find((option) => option.value === value)?.title
