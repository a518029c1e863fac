import {draftIdOf, isPublishedId, isRecord, isVersionId, type Json, publishedIdOf} from '../document.ts'
import {actionError, notSupported} from '../errors.ts'
import {
  type Action,
  type ActionHandler,
  documentExists,
  documentNotFound,
  invalidAction,
  publishedContent,
} from './action.ts'
import {requireRevision} from './mutations.ts'
import {patchFields} from './patch.ts'
import {releaseHandlers, requireOpenRelease} from './release-actions.ts'
import type {Fail, Transaction} from './transaction.ts'

/**
 * The document and version actions of Sanity's Actions API. Each is a sequence of puts, patches and deletes,
 * as mutations are. All actions of a request are one transaction.
 */
const handlers: Record<string, ActionHandler> = {
  ...releaseHandlers,

  'sanity.action.document.create': (transaction, action, fail) => {
    const document = documentFrom(action, 'attributes', fail)
    const publishedId = requiredId(action, 'publishedId', fail)
    const existing = [document._id, publishedId].find((id) => transaction.get(id))
    if (existing && action.ifExists === 'ignore') return
    if (existing) throw fail(409, documentExists(existing))
    transaction.put(document, 'create', fail)
  },

  'sanity.action.document.edit': (transaction, action, fail) => {
    const draftId = requiredId(action, 'draftId', fail)
    const publishedId = requiredId(action, 'publishedId', fail)
    if (!isRecord(action.patch)) throw fail(400, invalidAction('"patch" must be an object'))
    const unknown = Object.keys(action.patch).find((name) => !patchFields.includes(name))
    if (unknown !== undefined) throw fail(400, invalidAction(`Unknown field "${unknown.slice(0, 100)}"`))
    if (!transaction.get(draftId)) {
      const published = transaction.get(publishedId)
      if (!published) throw fail(404, documentNotFound(draftId))
      const {_updatedAt, ...content} = published
      transaction.put({...content, _id: draftId}, 'create', fail)
    }
    transaction.patch(draftId, action.patch, fail)
  },

  'sanity.action.document.replaceDraft': (transaction, action, fail) => {
    const document = documentFrom(action, 'attributes', fail)
    if (isPublishedId(document._id))
      throw fail(400, invalidAction(`"${document._id}" is not a draft or version`))
    if (!transaction.get(document._id) && !transaction.get(requiredId(action, 'publishedId', fail)))
      throw fail(404, documentNotFound(document._id))
    transaction.put(document, 'createOrReplace', fail)
  },

  'sanity.action.document.publish': (transaction, action, fail) => {
    const draftId = requiredId(action, 'draftId', fail)
    const publishedId = requiredId(action, 'publishedId', fail)
    const draft = transaction.get(draftId)
    if (!draft) throw fail(404, documentNotFound(draftId))
    if (publishedIdOf(draftId) !== publishedId)
      throw fail(400, invalidAction(`"${draftId}" is not a draft or version of "${publishedId}"`))
    requireRevision(transaction, draftId, action.ifDraftRevisionId, fail)
    requireRevision(transaction, publishedId, action.ifPublishedRevisionId, fail)
    transaction.put({...publishedContent(draft), _id: publishedId}, 'createOrReplace', fail)
    transaction.delete(draftId)
  },

  'sanity.action.document.unpublish': (transaction, action, fail) => {
    const draftId = requiredId(action, 'draftId', fail)
    const publishedId = requiredId(action, 'publishedId', fail)
    const published = transaction.get(publishedId)
    if (!published) throw fail(404, documentNotFound(publishedId))
    const {_updatedAt, ...content} = published
    if (!transaction.get(draftId)) transaction.put({...content, _id: draftId}, 'create', fail)
    transaction.delete(publishedId)
  },

  'sanity.action.document.delete': (transaction, action, fail) => {
    const publishedId = requiredId(action, 'publishedId', fail)
    const drafts = [action.includeDrafts, action.includeVersions].flatMap((ids) =>
      Array.isArray(ids) ? ids : [],
    )
    const draftId = draftIdOf(publishedId)
    if (transaction.get(draftId) && !drafts.includes(draftId))
      throw fail(409, invalidAction(`Document "${publishedId}" has a draft that is not in "includeDrafts"`))
    if (![publishedId, ...drafts].some((id) => transaction.get(id)))
      throw fail(404, documentNotFound(publishedId))
    for (const id of [publishedId, ...drafts.map(String)]) transaction.delete(id, action.purge === true)
  },

  'sanity.action.document.discard': (transaction, action, fail) =>
    discard(transaction, action, requiredId(action, 'draftId', fail), fail),

  'sanity.action.document.version.discard': (transaction, action, fail) =>
    discard(transaction, action, requiredId(action, 'versionId', fail), fail),

  'sanity.action.document.version.create': (transaction, action, fail) => {
    const document = isRecord(action.document)
      ? documentFrom(action, 'document', fail)
      : copyOfBase(transaction, action, fail)
    if (isPublishedId(document._id))
      throw fail(400, invalidAction(`"${document._id}" is not a draft or version`))
    if (publishedIdOf(document._id) !== requiredId(action, 'publishedId', fail))
      throw fail(400, invalidAction(`"${document._id}" is not a version of "${action.publishedId}"`))
    requireOpenRelease(transaction, document._id, fail)
    if (transaction.get(document._id)) throw fail(409, documentExists(document._id))
    transaction.put(document, 'create', fail)
  },

  'sanity.action.document.version.replace': (transaction, action, fail) => {
    const document = documentFrom(action, 'document', fail)
    if (!isVersionId(document._id)) throw fail(400, invalidAction(`"${document._id}" is not a version`))
    requireOpenRelease(transaction, document._id, fail)
    if (!transaction.get(document._id)) throw fail(404, documentNotFound(document._id))
    transaction.put(document, 'createOrReplace', fail)
  },

  'sanity.action.document.version.unpublish': (transaction, action, fail) => {
    const versionId = requiredId(action, 'versionId', fail)
    requireOpenRelease(transaction, versionId, fail)
    const published = transaction.get(requiredId(action, 'publishedId', fail))
    if (!published) throw fail(404, documentNotFound(String(action.publishedId)))
    const {_updatedAt, ...content} = published
    if (!transaction.get(versionId)) transaction.put({...content, _id: versionId}, 'create', fail)
    transaction.patch(versionId, {set: {'_system.delete': true}}, fail)
  },
}

/**
 * Performs the actions in order. @throws ApiError for the first invalid action; then the whole request is
 * rolled back.
 */
export function performActions(transaction: Transaction, actions: unknown[]): void {
  for (const [index, action] of actions.entries()) {
    const fail: Fail = (status, item) => actionError(status, index, item)
    if (!isRecord(action) || typeof action.actionType !== 'string')
      throw fail(400, invalidAction('An action needs an "actionType"'))
    // Own properties only: `constructor` is not an action.
    const handler = Object.hasOwn(handlers, action.actionType) && handlers[action.actionType]
    if (!handler) throw notSupported(`the action "${action.actionType}"`)
    handler(transaction, action as Action, fail)
  }
}

function discard(transaction: Transaction, action: Action, id: string, fail: Fail): void {
  if (isPublishedId(id)) throw fail(400, invalidAction(`"${id}" is not a draft or version`))
  if (!transaction.get(id)) throw fail(404, documentNotFound(id))
  transaction.delete(id, action.purge === true)
}

function copyOfBase(transaction: Transaction, action: Action, fail: Fail): Json & {_id: string} {
  const baseId = requiredId(action, 'baseId', fail)
  const base = transaction.get(baseId)
  if (!base) throw fail(404, documentNotFound(baseId))
  requireRevision(transaction, baseId, action.ifBaseRevisionId, fail)
  const {_updatedAt, _system, ...content} = base
  return {...content, _id: requiredId(action, 'versionId', fail)}
}

function documentFrom(action: Action, name: 'attributes' | 'document', fail: Fail): Json & {_id: string} {
  const document = action[name]
  if (!isRecord(document) || typeof document._id !== 'string')
    throw fail(400, invalidAction(`"${name}" must be a document with an _id`))
  const {_updatedAt, ...content} = document
  return {...content, _id: document._id}
}

function requiredId(action: Action, name: string, fail: Fail): string {
  const value = action[name]
  if (typeof value !== 'string' || value === '')
    throw fail(400, invalidAction(`"${name}" must be a document ID`))
  return value
}
