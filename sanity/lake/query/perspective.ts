import {
  isDraftId,
  isPublicId,
  isPublishedId,
  isVersionId,
  type LakeDocument,
  publishedIdOf,
} from '../document.ts'
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

type View = (LakeDocument & {_originalId?: string})[]

/** @param documents all of a dataset, in id order. */
export function viewOf(documents: LakeDocument[], perspective: Perspective, publicOnly: boolean): View {
  const visible = publicOnly ? documents.filter((document) => isPublicId(document._id)) : documents
  if (perspective === 'raw') return visible
  if (perspective.length === 0) return visible.filter((document) => isPublishedId(document._id))
  const ranks = new Map(perspective.map((name, rank) => [name, rank]))
  const best = new Map<string, {rank: number; document: LakeDocument}>()
  for (const document of visible) {
    const rank = rankOf(document._id, ranks, perspective.length)
    if (rank === undefined) continue
    const id = publishedIdOf(document._id)
    const known = best.get(id)
    if (!known || rank < known.rank) best.set(id, {rank, document})
  }
  return [...best]
    .filter(([, {document}]) => !isToBeUnpublished(document))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([_id, {document}]) => ({...document, _id, _originalId: document._id}))
}

const rankOf = (id: string, ranks: Map<string, number>, published: number): number | undefined => {
  if (isDraftId(id)) return ranks.get('drafts')
  if (isVersionId(id)) return ranks.get(id.split('.')[1] ?? '')
  return published
}

/** A version that a release will unpublish stands for "not there". */
const isToBeUnpublished = (document: LakeDocument): boolean =>
  (document._system as {delete?: boolean} | undefined)?.delete === true
