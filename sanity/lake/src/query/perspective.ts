import {isPublicId, isPublishedId, type LakeDocument, publishedIdOf} from '../document.ts'
import {httpError} from '../errors.ts'

/**
 * What a query sees. `raw`: every document as stored. A list: published documents, overlaid by versions in
 * this order of precedence, such as `['rSummer', 'drafts']`. An empty list: published documents only.
 */
export type Perspective = 'raw' | string[]

/** From this API version on, the default perspective is `published`; before, `raw`. */
const publishedByDefaultSince = '2025-02-19'

/** @param version `1`, `X` or a date, as in the URL (`v2026-01-01` without the `v`). */
export function parsePerspective(requested: string | undefined, version: string): Perspective {
  if (requested === undefined || requested === '') {
    const isDate = /^\d/.test(version) && version !== '1'
    return version === 'X' || (isDate && version >= publishedByDefaultSince) ? [] : 'raw'
  }
  const names = requested.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  const invalid = names.find((name) => name === 'raw' || !/^[a-zA-Z0-9_-]+$/.test(name))
  if (invalid !== undefined) throw httpError(400, `Invalid perspective "${requested}"`)
  const published = names.indexOf('published')
  return published < 0 ? names : names.slice(0, published)
}

/** Drafts and versions need credentials. `raw` without credentials shows public documents only. */
export const isPrivatePerspective = (perspective: Perspective): boolean =>
  perspective !== 'raw' && perspective.length > 0

export type VisibleVersion = {id: string; document: LakeDocument | undefined}

/**
 * The document that a perspective shows for one stored document. `raw` shows it under its own id. A list
 * shows the first existing version of the list, under the published id. @param id of a stored document, which
 * may be deleted.
 */
export function visibleVersion(
  id: string,
  get: (id: string) => LakeDocument | undefined,
  perspective: Perspective,
  publicOnly: boolean,
): VisibleVersion {
  const isVisible = (stored: string) => !publicOnly || isPublicId(stored)
  if (perspective === 'raw') return {id, document: isVisible(id) ? get(id) : undefined}
  if (perspective.length === 0)
    return {id, document: isVisible(id) && isPublishedId(id) ? get(id) : undefined}
  const publishedId = publishedIdOf(id)
  const stack = perspective.map((name) =>
    name === 'drafts' ? `drafts.${publishedId}` : `versions.${name}.${publishedId}`,
  )
  if (isPublishedId(publishedId)) stack.push(publishedId)
  for (const stored of stack) {
    const document = isVisible(stored) ? get(stored) : undefined
    if (!document) continue
    if (isToBeUnpublished(document)) break
    return {id: publishedId, document: {...document, _id: publishedId, _originalId: stored}}
  }
  return {id: publishedId, document: undefined}
}

/** A version that unpublishes the document when its release is published. It hides the document. */
const isToBeUnpublished = (document: LakeDocument): boolean =>
  (document._system as {delete?: boolean} | undefined)?.delete === true
