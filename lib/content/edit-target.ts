/**
 * Returns the value of `data-sanity` for one field of a document: a click on it in the preview opens that
 * field. Undefined outside draft mode, so that visitors' pages have no such attribute.
 */
export type EditAttribute = (document: {id: string; type: string}, path: string) => string | undefined

/** The field of a document that a part of a page shows. */
export type EditTarget = {id: string; type: string; path: string}
