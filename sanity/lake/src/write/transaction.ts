import {randomUUID} from 'node:crypto'
import {applyPatch as applyMendoza} from 'mendoza'
import {isDocumentId, isRecord, type Json, type LakeDocument, strongReferences} from '../document.ts'
import type {ErrorItem} from '../errors.ts'
import {withoutRevision} from '../store/history.ts'
import type {Change, Store} from '../store/store.ts'
import {createPatch} from './mendoza.ts'
import {applyOperations} from './patch.ts'

export type TransactionOptions = {dataset: string; transactionId: string; author: string; timestamp: string}

/** Creates the error of a failed step: of a mutation or an action, with its index in the request. */
export type Fail = (status: number, item: ErrorItem) => Error

type Entry = {
  before: LakeDocument | undefined
  now: LakeDocument | undefined
  mutations: Json[]
  isPurged?: boolean
}

export type Operation = 'create' | 'update' | 'delete' | 'none'

/**
 * A transaction before its commit. Reads see its own writes; the store does not change before `commit`. The
 * mutate and the actions endpoint both use it.
 */
export class Transaction {
  readonly dataset: string
  readonly id: string
  readonly author: string
  readonly timestamp: string
  readonly #store: Store
  readonly #entries = new Map<string, Entry>()

  constructor(store: Store, options: TransactionOptions) {
    this.#store = store
    this.dataset = options.dataset
    this.id = options.transactionId
    this.author = options.author
    this.timestamp = options.timestamp
  }

  get(id: string): LakeDocument | undefined {
    return this.#entry(id).now
  }

  /** Creates or replaces a document. Given timestamps are kept: imports need that. */
  put(
    stub: Json & {_id: string},
    verb: 'create' | 'createOrReplace' | 'createIfNotExists',
    fail: Fail,
  ): void {
    const entry = this.#entry(stub._id)
    const document = this.#stamp(stub, entry.now, fail)
    entry.now = document
    entry.mutations.push({[verb]: document})
  }

  /** @param purge deletes its history too. */
  delete(id: string, purge = false): void {
    const entry = this.#entry(id)
    if (!entry.now) return
    entry.now = undefined
    entry.isPurged = purge
    entry.mutations.push({delete: {id}})
  }

  /** Applies the operations of one patch (`set`, `unset`, `insert`, …) to one document. */
  patch(id: string, operations: Json, fail: Fail): void {
    const entry = this.#entry(id)
    const before = entry.now
    if (!before) throw fail(409, {type: 'documentNotFoundError', id, description: notFound(id)})
    const patch = {...operations, id}
    let after: unknown
    try {
      after = applyOperations(before, patch)
    } catch (error) {
      throw fail(400, {type: 'invalidPatchError', id, description: `Cannot apply patch: ${messageOf(error)}`})
    }
    if (!isRecord(after))
      throw fail(400, {type: 'invalidPatchError', id, description: 'The result of a patch must be an object'})
    for (const name of ['_id', '_type'] as const) {
      if (after[name] !== before[name])
        throw fail(409, {
          type: 'mutationImmutableAttributeError',
          id,
          description: `Cannot modify immutable attribute "${name}"`,
        })
    }
    entry.now = {
      ...(after as LakeDocument),
      _createdAt: before._createdAt,
      _updatedAt: latest(this.timestamp, before._updatedAt, before._createdAt),
      _rev: this.id,
    }
    entry.mutations.push({patch})
  }

  /** Sorted ids of the documents below a path such as `versions.summer.`. */
  idsBelow(path: string): string[] {
    const ids = new Set(this.#store.idsBelow(this.dataset, path))
    for (const id of this.#entries.keys()) if (id.startsWith(path)) ids.add(id)
    return [...ids].filter((id) => this.get(id)).sort()
  }

  /** The content of a document before it was deleted. */
  lastContent(id: string): Json | undefined {
    const revert = this.#store.lastRevert(this.dataset, id)
    return revert && (applyMendoza(null, revert) ?? undefined)
  }

  /** The documents that this transaction changes, for queries that run inside it. */
  overlay(): {id: string; document: LakeDocument | undefined}[] {
    return [...this.#entries].map(([id, entry]) => ({id, document: entry.now}))
  }

  /** @throws when a strong reference would have no target. */
  changes(fail: Fail): Change[] {
    const changes = [...this.#entries]
      .filter(([, entry]) => entry.mutations.length > 0 && (entry.before || entry.now))
      .map(([documentId, entry]) => ({
        documentId,
        before: entry.before,
        after: entry.now,
        mutations: entry.mutations,
        isPurged: entry.isPurged && !entry.now,
        apply: createPatch(withoutRevision(entry.before), withoutRevision(entry.now)),
        revert: createPatch(withoutRevision(entry.now), withoutRevision(entry.before)),
      }))
      .sort((left, right) => (left.documentId < right.documentId ? -1 : 1))
    for (const change of changes) this.#requireReferences(change, fail)
    return changes
  }

  #requireReferences({documentId, before, after}: Change, fail: Fail) {
    if (before && !after) {
      const referencingIDs = this.#store
        .referrers(this.dataset, documentId)
        .filter((source) => strongReferences(this.get(source)).has(documentId))
      if (referencingIDs.length > 0)
        throw fail(409, {
          type: 'documentHasExistingReferencesError',
          id: documentId,
          referencingIDs,
          description: `Document "${documentId}" cannot be deleted as there are references to it from "${referencingIDs[0]}"`,
        })
    }
    const previousReferences = strongReferences(before)
    for (const referenceID of strongReferences(after)) {
      if (previousReferences.has(referenceID) || this.get(referenceID)) continue
      throw fail(409, {
        type: 'documentReferenceDoesNotExistError',
        id: documentId,
        referenceID,
        description: `Document "${documentId}" references non-existent document "${referenceID}"`,
      })
    }
  }

  #entry(id: string): Entry {
    const existing = this.#entries.get(id)
    if (existing) return existing
    const before = this.#store.get(this.dataset, id)
    const entry = {before, now: before, mutations: []}
    this.#entries.set(id, entry)
    return entry
  }

  #stamp(stub: Json & {_id: string}, replaced: LakeDocument | undefined, fail: Fail): LakeDocument {
    const {_id, _type} = stub
    if (!isDocumentId(_id))
      throw fail(400, {
        type: 'invalidDocumentIDError',
        id: _id,
        description: `Malformed document ID: "${_id}"`,
      })
    if (typeof _type !== 'string' || _type === '')
      throw fail(400, {
        type: 'missingTypeError',
        id: _id,
        description: `Document "${_id}" is missing a _type attribute`,
      })
    const _createdAt = validTime(stub._createdAt) ?? replaced?._createdAt ?? this.timestamp
    return {
      ...stub,
      _id,
      _type,
      _createdAt,
      _updatedAt:
        validTime(stub._updatedAt) ?? latest(this.timestamp, replaced?._updatedAt ?? _createdAt, _createdAt),
      _rev: this.id,
    }
  }
}

/**
 * The machine's clock can step back. The times of a document do not: then an update has the time of the one
 * before it. Transactions keep the machine's time; their order is their number.
 */
const latest = (...times: string[]): string =>
  times.reduce((last, time) => (Date.parse(time) > Date.parse(last) ? time : last))

const validTime = (value: unknown): string | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export const notFound = (id: string) => `The document with the ID "${id}" was not found`

/** An id that ends in a dot is a path, such as `drafts.`; a new id is appended. */
export const newDocumentId = (requestedId: unknown): string =>
  requestedId === undefined || requestedId === ''
    ? randomUUID()
    : String(requestedId).endsWith('.')
      ? `${requestedId}${randomUUID()}`
      : String(requestedId)
