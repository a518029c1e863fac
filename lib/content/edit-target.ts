/**
 * Gives the value of `data-sanity` for one field of one document, so that a click in the preview opens that
 * field; undefined outside draft mode, so that visitors' pages carry no such attribute.
 */
export type EditAttribute = (document: {id: string; type: string}, path: string) => string | undefined

/** What an editable part of a page belongs to. */
export type EditTarget = {id: string; type: string; path: string}
