/** A stored document: its content and the attributes that the lake manages. */
export type LakeDocument = {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Sanity's rule for document ids: letters, digits, `._-`, not starting with `-` or `.`, at most 128
 * characters.
 */
export const isDocumentId = (id: unknown): id is string =>
  typeof id === 'string' && id.length <= 128 && /^[a-zA-Z0-9_][a-zA-Z0-9._-]*$/.test(id) && !id.includes('..')

export const isDatasetName = (name: string): boolean => /^~?[a-z0-9][a-z0-9_-]{0,63}$/.test(name)

/** `drafts.x` and `versions.release.x` give `x`. Any other id is returned unchanged. */
export const publishedIdOf = (id: string): string => {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

export const draftIdOf = (id: string): string => `drafts.${publishedIdOf(id)}`

export const isDraftId = (id: string): boolean => id.startsWith('drafts.')

export const isVersionId = (id: string): boolean => id.startsWith('versions.')

export const isPublishedId = (id: string): boolean => !isDraftId(id) && !isVersionId(id)

/** Ids with a dot (`drafts.x`, `_.groups.y`) are private. Only ids without a dot are public. */
export const isPublicId = (id: string): boolean => !id.includes('.')

/** The ids that a document references strongly: each `_ref` into this dataset that is not `_weak`. */
export function strongReferences(value: unknown, ids = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) strongReferences(item, ids)
  } else if (isRecord(value)) {
    if (typeof value._ref === 'string' && value._weak !== true && !('_dataset' in value)) ids.add(value._ref)
    for (const item of Object.values(value)) strongReferences(item, ids)
  }
  return ids
}
