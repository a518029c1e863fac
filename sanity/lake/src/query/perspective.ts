import {isPublicId, isPublishedId, type LakeDocument, publishedIdOf} from '../document.ts'
import {httpError} from '../errors.ts'

/**
 * What a query sees. `raw` is every document as stored; a stack is an order of precedence over published
 * documents, such as `['rSummer', 'drafts']`; an empty stack is published documents alone.
 */
export type Perspective = 'raw' | string[]

/** From this API version on, no perspective means published; before, raw. */
const publishedByDefaultSince = '2025-02-19'

/** @param version `1`, `X` or a date, as in the address (`v2026-01-01` without the `v`). */
export function parsePerspective(asked: string | undefined, version: string): Perspective {
  if (asked === undefined || asked === '') {
    const isDate = /^\d/.test(version) && version !== '1'
    return version === 'X' || (isDate && version >= publishedByDefaultSince) ? [] : 'raw'
  }
  const names = asked.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  const bad = names.find((name) => name === 'raw' || !/^[a-zA-Z0-9_-]+$/.test(name))
  if (bad !== undefined) throw httpError(400, `Invalid perspective "${asked}"`)
  const published = names.indexOf('published')
  return published < 0 ? names : names.slice(0, published)
}

/** Reading drafts or versions is for members only; raw shows the public the public part of it. */
export const isPrivatePerspective = (perspective: Perspective): boolean =>
  perspective !== 'raw' && perspective.length > 0

export type Shown = {id: string; document: LakeDocument | undefined}

/**
 * What a perspective shows because of one stored document: under its own id or, in a stack, under the published
 * id the foremost of the document's versions. @param id a stored one, of a document that may be gone.
 */
export function shownFor(
  id: string,
  get: (id: string) => LakeDocument | undefined,
  perspective: Perspective,
  publicOnly: boolean,
): Shown {
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

/** A version that a release will unpublish stands for "not there". */
const isToBeUnpublished = (document: LakeDocument): boolean =>
  (document._system as {delete?: boolean} | undefined)?.delete === true
