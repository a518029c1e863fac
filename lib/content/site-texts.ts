import {type Locale, locales} from '../i18n/locales.ts'
import type {Localized} from '../i18n/localized.ts'
import {firstSiteTexts, type SiteTexts} from '../i18n/messages/site-texts.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {typeset} from '../typography/typeset.ts'
import type {EditAttribute} from './edit-target.ts'

/** There is one document of the type `siteTexts`. */
export const siteTextsId = 'site-texts'

export type Section = keyof SiteTexts
type Field<In extends Section> = keyof SiteTexts[In] & string

export const sections = Object.keys(firstSiteTexts.cs) as Section[]

/** The fields of a section. */
export const fieldsOf = <In extends Section>(section: In) =>
  Object.keys(firstSiteTexts.cs[section]) as Field<In>[]

/** The field of the document for a section: Sanity's field names have no hyphens. */
export const fieldName = (section: Section): string =>
  section.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A query row, by section and field. */
export type SiteTextsRow = Partial<Record<Section, Partial<Record<string, Localized>> | null>>

/** An object with a value for each text. */
function forEachText<Value>(value: (section: Section, field: string) => Value) {
  const entries = sections.map((section) => [
    section,
    Object.fromEntries(fieldsOf(section).map((field) => [field, value(section, field)])),
  ])
  return Object.fromEntries(entries) as Record<Section, Record<string, Value>>
}

const firstText = (section: Section, field: string, locale: Locale) =>
  (firstSiteTexts[locale][section] as Record<string, string>)[field] ?? ''

/**
 * The texts in one language. A missing or malformed one has its first value: a menu without a word would have
 * an empty link.
 */
export const siteTexts = (row: SiteTextsRow | null | undefined, locale: Locale) =>
  forEachText((section, field) => {
    const [text] = mapValid([row?.[section]?.[field]], siteTextsId, (value) => parseString(value?.[locale]))
    return typeset(text ?? firstText(section, field, locale))
  }) as SiteTexts

/** The fields of a new document. */
export const firstFields = () =>
  Object.fromEntries(
    Object.entries(
      forEachText((section, field) => ({
        _type: field === 'lead' || field === 'description' ? 'localeText' : 'localeString',
        ...Object.fromEntries(locales.map((locale) => [locale, firstText(section, field, locale)])),
      })),
    ).map(([section, fields]) => [fieldName(section as Section), fields]),
  )

/** `data-sanity` for one of the texts. */
export const editText =
  (edit: EditAttribute, locale: Locale) =>
  <In extends Section>(section: In, field: Field<In>) =>
    edit({id: siteTextsId, type: 'siteTexts'}, `${fieldName(section)}.${field}.${locale}`)
