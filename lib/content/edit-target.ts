import type {Locale} from '../i18n/locales.ts'
import type {Text} from '../i18n/localized.ts'

/**
 * Returns the value of `data-sanity` for one field of a document: a click on it in the preview opens that
 * field. Undefined outside draft mode, so that visitors' pages have no such attribute.
 */
export type EditAttribute = (document: {id: string; type: string}, path: string) => string | undefined

/** The field of a document that a part of a page shows. */
export type EditTarget = {id: string; type: string; path: string}

/** The path of a localized field, in the language in which its text is printed. */
export const printedPath = (field: string, {lang}: Pick<Text, 'lang'>, locale: Locale) =>
  `${field}.${lang ?? locale}`

/** `data-sanity` of a network's name. */
export const editNetworkName = (edit: EditAttribute, {id, name}: {id: string; name: Text}, locale: Locale) =>
  edit({id, type: 'network'}, printedPath('name', name, locale))
