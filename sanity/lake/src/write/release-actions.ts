import {randomBytes} from 'node:crypto'
import {isRecord, type Json, type LakeDocument, publishedIdOf} from '../document.ts'
import {
  type Action,
  type ActionHandler,
  documentExists,
  documentNotFound,
  invalidAction,
  publishedContent,
} from './action.ts'
import type {Fail, Transaction} from './transaction.ts'

type State = 'active' | 'scheduled' | 'archived' | 'published'

/**
 * The release actions. A release is the document `_.releases.<name>`; its content is the documents
 * `versions.<name>.<id>`. Sanity works in the background and shows `publishing`, `archiving` and
 * `unarchiving`. Here each action is one transaction, so these states never occur.
 */
export const releaseHandlers: Record<string, ActionHandler> = {
  'sanity.action.release.create': (transaction, action, fail) => {
    const name = releaseNameOf(action, fail)
    const id = releaseDocumentId(name)
    if (transaction.get(id)) throw fail(409, documentExists(id))
    const metadata = {releaseType: 'undecided', ...(isRecord(action.metadata) ? action.metadata : {})}
    const release = {
      _id: id,
      _type: 'system.release',
      name,
      state: 'active',
      metadata,
      userId: transaction.author,
    }
    transaction.put({...release, publishAt: null, finalDocumentStates: null}, 'create', fail)
  },

  'sanity.action.release.edit': (transaction, action, fail) => {
    const release = requireRelease(transaction, action, ['active', 'scheduled'], fail)
    if (!isRecord(action.patch)) throw fail(400, invalidAction('"patch" must be an object'))
    transaction.patch(release._id, action.patch, fail)
    const after = transaction.get(release._id) ?? {}
    const changedField = [...new Set([...Object.keys(release), ...Object.keys(after)])].find(
      (name) =>
        !['metadata', '_rev', '_updatedAt'].includes(name) &&
        JSON.stringify((after as Json)[name]) !== JSON.stringify(release[name]),
    )
    if (changedField)
      throw fail(400, invalidAction(`Only the metadata of a release can be edited, not "${changedField}"`))
  },

  'sanity.action.release.publish': (transaction, action, fail) =>
    publishRelease(transaction, requireRelease(transaction, action, ['active'], fail), fail),

  'sanity.action.release.archive': (transaction, action, fail) => {
    const release = requireRelease(transaction, action, ['active'], fail)
    const versionIds = versionIdsOf(transaction, release)
    for (const versionId of versionIds) transaction.delete(versionId)
    closeRelease(transaction, release, 'archived', versionIds, fail)
  },

  'sanity.action.release.unarchive': (transaction, action, fail) => {
    const release = requireRelease(transaction, action, ['archived'], fail)
    for (const state of Array.isArray(release.finalDocumentStates) ? release.finalDocumentStates : []) {
      const id = String(state.id)
      const document = transaction.get(id) ?? transaction.lastContent(id)
      if (!document) throw fail(404, documentNotFound(id))
      transaction.put({...document, _id: id}, 'createOrReplace', fail)
    }
    transaction.patch(release._id, {set: {state: 'active', finalDocumentStates: null}}, fail)
  },

  'sanity.action.release.delete': (transaction, action, fail) =>
    transaction.delete(requireRelease(transaction, action, ['archived', 'published'], fail)._id),

  // @sanity/import sends this for a release from @sanity/export.
  'sanity.action.release.import': (transaction, action, fail) => {
    const name = releaseNameOf(action, fail)
    const {attributes, ifExists = 'fail'} = action
    if (!isRecord(attributes) || attributes._type !== 'system.release')
      throw fail(400, invalidAction('"attributes" must be a document of type "system.release"'))
    const id = releaseDocumentId(name)
    if (transaction.get(id) && ifExists === 'ignore') return
    if (transaction.get(id) && ifExists !== 'replace') throw fail(409, documentExists(id))
    // An import must not publish: the time of a scheduled release may have passed. It is imported as active.
    const state = ['archived', 'published'].includes(String(attributes.state)) ? attributes.state : 'active'
    transaction.put({...attributes, state, _type: 'system.release', name, _id: id}, 'createOrReplace', fail)
  },

  // The scheduler (schedule/scheduler.ts) publishes it. Also changes the time of a scheduled release.
  'sanity.action.release.schedule': (transaction, action, fail) => {
    const {_id} = requireRelease(transaction, action, ['active', 'scheduled'], fail)
    const publishAt = typeof action.publishAt === 'string' ? Date.parse(action.publishAt) : Number.NaN
    if (Number.isNaN(publishAt)) throw fail(400, invalidAction('"publishAt" must be a time, as in ISO 8601'))
    const set = {state: 'scheduled', publishAt: new Date(publishAt).toISOString()}
    transaction.patch(_id, {set, unset: ['error']}, fail)
  },

  'sanity.action.release.unschedule': (transaction, action, fail) => {
    const {_id} = requireRelease(transaction, action, ['scheduled'], fail)
    transaction.patch(_id, {set: {state: 'active', publishAt: null}}, fail)
  },
}

/** Replaces each published document by its version, and deletes those that the release unpublishes. */
export function publishRelease(transaction: Transaction, release: Release, fail: Fail): void {
  const versionIds = versionIdsOf(transaction, release)
  for (const versionId of versionIds) {
    const version = transaction.get(versionId) as LakeDocument
    const publishedId = publishedIdOf(versionId)
    if (isRecord(version._system) && version._system.delete === true)
      unpublish(transaction, publishedId, fail)
    else transaction.put({...publishedContent(version), _id: publishedId}, 'createOrReplace', fail)
    transaction.delete(versionId)
  }
  closeRelease(transaction, release, 'published', versionIds, fail)
  transaction.patch(release._id, {set: {publishedAt: transaction.timestamp}}, fail)
}

/**
 * @throws 409 when the versions of this release can't change any more. A version name without a release
 * document is allowed.
 */
export function requireOpenRelease(transaction: Transaction, versionId: string, fail: Fail): void {
  const name = versionId.startsWith('versions.') ? (versionId.split('.')[1] ?? '') : ''
  const release = name && transaction.get(releaseDocumentId(name))
  if (release && release.state !== 'active')
    throw fail(409, invalidAction(`Release "${name}" is ${release.state}: its documents can't be changed`))
}

const releaseDocumentId = (name: string) => `_.releases.${name}`

const reserved = ['drafts', 'published', 'raw', 'previewDrafts']

function releaseNameOf(action: Action, fail: Fail): string {
  const name = action.releaseId
  if (typeof name !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(name) || reserved.includes(name))
    throw fail(400, invalidAction(`Invalid release ID "${name}"`))
  return name
}

export type Release = LakeDocument & {name: string}

function requireRelease(transaction: Transaction, action: Action, states: State[], fail: Fail): Release {
  const name = releaseNameOf(action, fail)
  const release = transaction.get(releaseDocumentId(name))
  if (!release) throw fail(404, documentNotFound(releaseDocumentId(name)))
  if (!states.includes(release.state as State))
    throw fail(409, invalidAction(`Release "${name}" is ${release.state}, not ${states.join(' or ')}`))
  return release as Release
}

const versionIdsOf = (transaction: Transaction, {name}: Release) => transaction.idsBelow(`versions.${name}.`)

/** As the action for one document: the published content becomes a draft, unless there is one. */
function unpublish(transaction: Transaction, publishedId: string, fail: Fail): void {
  const published = transaction.get(publishedId)
  if (!published) return
  const draftId = `drafts.${publishedId}`
  const {_updatedAt, ...content} = published
  if (!transaction.get(draftId)) transaction.put({...content, _id: draftId}, 'create', fail)
  transaction.delete(publishedId)
}

/**
 * Sets the final state. The versions are deleted; the release lists their ids, and the history keeps their
 * content.
 */
function closeRelease(
  transaction: Transaction,
  {_id}: Release,
  state: State,
  ids: string[],
  fail: Fail,
): void {
  const finalDocumentStates = ids.map((id) => ({_key: randomBytes(6).toString('hex'), id}))
  transaction.patch(_id, {set: {state, finalDocumentStates}}, fail)
}
