/** A stored document: what was written, plus the attributes the lake manages. */
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

/** Sanity's id rule: letters, digits, `._-`, not starting with `-` or `.`, at most 128 characters. */
export const isDocumentId = (id: unknown): id is string =>
  typeof id === 'string' && id.length <= 128 && /^[a-zA-Z0-9_][a-zA-Z0-9._-]*$/.test(id) && !id.includes('..')

export const isDatasetName = (name: string): boolean => /^~?[a-z0-9][a-z0-9_-]{0,63}$/.test(name)

/** `drafts.x` and `versions.release.x` both give `x`; any other id is itself. */
export const publishedIdOf = (id: string): string => {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

export const draftIdOf = (id: string): string => `drafts.${publishedIdOf(id)}`

export const isDraftId = (id: string): boolean => id.startsWith('drafts.')

export const isVersionId = (id: string): boolean => id.startsWith('versions.')

export const isPublishedId = (id: string): boolean => !isDraftId(id) && !isVersionId(id)

/** Ids below a path (`drafts.x`, `_.groups.y`) are private: only ids without a dot are for everybody. */
export const isPublicId = (id: string): boolean => !id.includes('.')

/** The ids a document refers to strongly: `_ref`s of this dataset that aren't `_weak`. */
export function strongReferences(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) strongReferences(item, found)
  } else if (isRecord(value)) {
    if (typeof value._ref === 'string' && value._weak !== true && !('_dataset' in value))
      found.add(value._ref)
    for (const item of Object.values(value)) strongReferences(item, found)
  }
  return found
}
