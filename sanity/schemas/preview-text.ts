import type {SortOrdering} from 'sanity'
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

/**
 * Selects a name in both languages for a preview. Sanity's search gives the fields selected as `title` and
 * `subtitle` more weight, but only texts, not an object of two texts. So a document is found by its name before
 * the documents that mention the name.
 */
export const nameSelection = {
  title: `name.${studioLanguage}`,
  subtitle: `name.${otherLocale(studioLanguage)}`,
}

/** The name that `nameSelection` selects, with the type by which `translationGap` finds it. */
export const selectedName = ({title, subtitle}: {title?: string; subtitle?: string}) =>
  ({
    _type: 'localeString',
    [studioLanguage]: title,
    [otherLocale(studioLanguage)]: subtitle,
  }) as {_type: 'localeString'; cs?: string; en?: string}

/** The name in the other language, where it differs. */
export const nameInOtherLanguage = (name: {cs?: string; en?: string}): string | undefined => {
  const other = name[otherLocale(studioLanguage)]
  return other === inStudioLanguage(name) ? undefined : other
}

export const orderedByName: SortOrdering = {
  title: t('Název', 'Name'),
  name: 'name',
  by: [{field: `name.${studioLanguage}`, direction: 'asc'}],
}

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
