import {randomBytes} from 'node:crypto'
import {isRecord, type Json, type LakeDocument, publishedIdOf} from '../document.ts'
import {notSupported} from '../errors.ts'
import {type Action, exists, invalid, missing, type Perform, publishedContent} from './action.ts'
import type {Fail, Transaction} from './transaction.ts'

type State = 'active' | 'archived' | 'published'

/**
 * The release actions. A release is the document `_.releases.<name>`, its content the documents
 * `versions.<name>.<id>`. What Sanity does in the background and shows as `publishing`, `archiving` and
 * `unarchiving` is done here in the one transaction, so those states are never seen.
 */
export const releasePerformers: Record<string, Perform> = {
  'sanity.action.release.create': (transaction, action, fail) => {
    const name = nameOf(action, fail)
    const id = releaseDocumentId(name)
    if (transaction.get(id)) throw fail(409, exists(id))
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
    const release = releaseIn(transaction, action, ['active'], fail)
    if (!isRecord(action.patch)) throw fail(400, invalid('"patch" must be an object'))
    transaction.patch(release._id, action.patch, fail)
    const after = transaction.get(release._id) ?? {}
    const differs = [...new Set([...Object.keys(release), ...Object.keys(after)])].find(
      (name) =>
        !['metadata', '_rev', '_updatedAt'].includes(name) &&
        JSON.stringify((after as Json)[name]) !== JSON.stringify(release[name]),
    )
    if (differs) throw fail(400, invalid(`Only the metadata of a release can be edited, not "${differs}"`))
  },

  'sanity.action.release.publish': (transaction, action, fail) => {
    const release = releaseIn(transaction, action, ['active'], fail)
    const versionIds = versionIdsOf(transaction, release)
    for (const versionId of versionIds) {
      const version = transaction.get(versionId) as LakeDocument
      const publishedId = publishedIdOf(versionId)
      if (isRecord(version._system) && version._system.delete === true)
        unpublish(transaction, publishedId, fail)
      else transaction.put({...publishedContent(version), _id: publishedId}, 'createOrReplace', fail)
      transaction.delete(versionId)
    }
    close(transaction, release, 'published', versionIds, fail)
    transaction.patch(release._id, {set: {publishedAt: transaction.timestamp}}, fail)
  },

  'sanity.action.release.archive': (transaction, action, fail) => {
    const release = releaseIn(transaction, action, ['active'], fail)
    const versionIds = versionIdsOf(transaction, release)
    for (const versionId of versionIds) transaction.delete(versionId)
    close(transaction, release, 'archived', versionIds, fail)
  },

  'sanity.action.release.unarchive': (transaction, action, fail) => {
    const release = releaseIn(transaction, action, ['archived'], fail)
    for (const state of Array.isArray(release.finalDocumentStates) ? release.finalDocumentStates : []) {
      const id = String(state.id)
      const document = transaction.get(id) ?? transaction.lastContent(id)
      if (!document) throw fail(404, missing(id))
      transaction.put({...document, _id: id}, 'createOrReplace', fail)
    }
    transaction.patch(release._id, {set: {state: 'active', finalDocumentStates: null}}, fail)
  },

  'sanity.action.release.delete': (transaction, action, fail) =>
    transaction.delete(releaseIn(transaction, action, ['archived', 'published'], fail)._id),

  // As @sanity/import brings in what @sanity/export took out.
  'sanity.action.release.import': (transaction, action, fail) => {
    const name = nameOf(action, fail)
    const {attributes, ifExists = 'fail'} = action
    if (!isRecord(attributes) || attributes._type !== 'system.release')
      throw fail(400, invalid('"attributes" must be a document of type "system.release"'))
    const id = releaseDocumentId(name)
    if (transaction.get(id) && ifExists === 'ignore') return
    if (transaction.get(id) && ifExists !== 'replace') throw fail(409, exists(id))
    // Nothing would publish a scheduled one here: it comes in as a release that waits for somebody to.
    const state = ['archived', 'published'].includes(String(attributes.state)) ? attributes.state : 'active'
    transaction.put({...attributes, state, _type: 'system.release', name, _id: id}, 'createOrReplace', fail)
  },

  'sanity.action.release.schedule': () => {
    throw notSupported('scheduling a release: nothing would publish it while the lake is not running')
  },

  'sanity.action.release.unschedule': (transaction, action, fail) => {
    const {name} = releaseIn(transaction, action, ['active', 'archived', 'published'], fail)
    throw fail(409, invalid(`Release "${name}" is not scheduled`))
  },
}

/** @throws 409 when versions of this release can't be changed any more. A bundle without a release may be. */
export function requireOpenRelease(transaction: Transaction, versionId: string, fail: Fail): void {
  const name = versionId.startsWith('versions.') ? (versionId.split('.')[1] ?? '') : ''
  const release = name && transaction.get(releaseDocumentId(name))
  if (release && release.state !== 'active')
    throw fail(409, invalid(`Release "${name}" is ${release.state}: its documents can't be changed`))
}

const releaseDocumentId = (name: string) => `_.releases.${name}`

const reserved = ['drafts', 'published', 'raw', 'previewDrafts']

function nameOf(action: Action, fail: Fail): string {
  const name = action.releaseId
  if (typeof name !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(name) || reserved.includes(name))
    throw fail(400, invalid(`Invalid release ID "${name}"`))
  return name
}

type Release = LakeDocument & {name: string}

function releaseIn(transaction: Transaction, action: Action, states: State[], fail: Fail): Release {
  const name = nameOf(action, fail)
  const release = transaction.get(releaseDocumentId(name))
  if (!release) throw fail(404, missing(releaseDocumentId(name)))
  if (!states.includes(release.state as State))
    throw fail(409, invalid(`Release "${name}" is ${release.state}, not ${states.join(' or ')}`))
  return release as Release
}

const versionIdsOf = (transaction: Transaction, {name}: Release) => transaction.idsBelow(`versions.${name}.`)

/** As the action for one document does: what was published goes on as a draft, unless there is one. */
function unpublish(transaction: Transaction, publishedId: string, fail: Fail): void {
  const published = transaction.get(publishedId)
  if (!published) return
  const draftId = `drafts.${publishedId}`
  const {_updatedAt, ...content} = published
  if (!transaction.get(draftId)) transaction.put({...content, _id: draftId}, 'create', fail)
  transaction.delete(publishedId)
}

/** The versions are gone; the release remembers which there were, and history what they said. */
function close(transaction: Transaction, {_id}: Release, state: State, ids: string[], fail: Fail): void {
  const finalDocumentStates = ids.map((id) => ({_key: randomBytes(6).toString('hex'), id}))
  transaction.patch(_id, {set: {state, finalDocumentStates}}, fail)
}
