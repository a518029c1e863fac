import {setImmediate as nextEventLoopTurn} from 'node:timers/promises'
import {isRecord, type Json} from '../document.ts'
import {dataError, mutationError} from '../errors.ts'
import {duplicateKey, withArrayKeys} from './keys.ts'
import {type Fail, newDocumentId, notFound, type Operation, type Transaction} from './transaction.ts'

export type MutationResult = {id: string; operation: Operation}

/** Returns the ids that `{query, params}` selects, as the transaction sees the dataset. */
export type Select = (query: string, params: Json) => Promise<string[]>

export type MutateOptions = {autoGenerateArrayKeys: boolean; select: Select}

export const mutationVerbs = ['create', 'createOrReplace', 'createIfNotExists', 'delete', 'patch']

export const deleteFields = ['id', 'query', 'params', 'ifRevisionID']

const maxBlockingMs = 20

/**
 * Applies `[{create}, {patch}, …]` in order. @throws ApiError for the first mutation that can't be applied.
 */
export async function applyMutations(
  transaction: Transaction,
  mutations: unknown[],
  options: MutateOptions,
): Promise<MutationResult[]> {
  const results: MutationResult[] = []
  let lastPause = performance.now()
  for (const [index, mutation] of mutations.entries()) {
    // Yields, so that reads are served meanwhile. Other writers wait in the queue.
    if (performance.now() - lastPause > maxBlockingMs) {
      await nextEventLoopTurn()
      lastPause = performance.now()
    }
    const fail: Fail = (status, item) => mutationError(status, index, item)
    const applied = await applyMutation(transaction, mutation, options, fail)
    if (options.autoGenerateArrayKeys) for (const {id} of applied) requireUniqueKeys(transaction, id)
    results.push(...applied)
  }
  return results
}

async function applyMutation(
  transaction: Transaction,
  mutation: unknown,
  options: MutateOptions,
  fail: Fail,
): Promise<MutationResult[]> {
  const verbs = isRecord(mutation) ? Object.keys(mutation) : []
  const [verb] = verbs
  const body = isRecord(mutation) && verb ? mutation[verb] : undefined
  if (verbs.length !== 1 || !isRecord(body))
    throw fail(400, {
      type: 'invalidMutationError',
      description: 'A mutation is an object with one verb, such as {"create": {…}}',
    })
  switch (verb) {
    case 'create':
    case 'createOrReplace':
    case 'createIfNotExists':
      return [create(transaction, verb, options.autoGenerateArrayKeys ? withArrayKeys(body) : body, fail)]
    case 'delete':
      return (await selected(body, options, fail)).map((id) => remove(transaction, id, body))
    case 'patch': {
      const {id: _id, query: _query, params: _params, ifRevisionID, ...operations} = body
      const patch = options.autoGenerateArrayKeys ? withArrayKeys(operations) : operations
      return (await selected(body, options, fail)).map((id) => {
        requireRevision(transaction, id, ifRevisionID, fail)
        transaction.patch(id, patch, fail)
        return {id, operation: 'update'}
      })
    }
    default:
      throw fail(400, {type: 'invalidMutationError', description: `Unknown mutation "${verb}"`})
  }
}

/**
 * As at Sanity, only with `autoGenerateArrayKeys`: without it, the Studio must be able to save a document with
 * equal keys, and to repair it.
 */
function requireUniqueKeys(transaction: Transaction, id: string): void {
  const found = duplicateKey(transaction.get(id))
  if (found)
    throw dataError(
      400,
      'validationError',
      `Document "${id}" has duplicate array _key "${found.key}" at ${found.first} and ${found.second}`,
    )
}

function create(
  transaction: Transaction,
  verb: 'create' | 'createOrReplace' | 'createIfNotExists',
  body: Json,
  fail: Fail,
): MutationResult {
  if (verb !== 'create' && typeof body._id !== 'string')
    throw fail(400, {type: 'missingIDError', description: `${verb} needs a document with an _id`})
  const id = newDocumentId(body._id)
  const existing = transaction.get(id)
  if (existing && verb === 'create')
    throw fail(409, {
      type: 'documentAlreadyExistsError',
      id,
      description: `Document by ID "${id}" already exists`,
    })
  if (existing && verb === 'createIfNotExists') return {id, operation: 'none'}
  transaction.put({...body, _id: id}, verb, fail)
  return {id, operation: existing ? 'update' : 'create'}
}

/** Deleting a missing document is not an error; the result is `none`. */
function remove(transaction: Transaction, id: string, body: Json): MutationResult {
  const existing = transaction.get(id)
  if (typeof body.ifRevisionID === 'string' && existing && existing._rev !== body.ifRevisionID)
    throw mutationError(409, 0, revisionMismatch(id, existing._rev, body.ifRevisionID))
  transaction.delete(id)
  return {id, operation: existing ? 'delete' : 'none'}
}

async function selected(body: Json, options: MutateOptions, fail: Fail): Promise<string[]> {
  if (Array.isArray(body.id)) return body.id.map(String)
  if (typeof body.id === 'string') return [body.id]
  if (typeof body.query === 'string')
    return options.select(body.query, isRecord(body.params) ? body.params : {})
  throw fail(400, {type: 'invalidMutationError', description: 'A patch or delete needs an "id" or a "query"'})
}

export function requireRevision(transaction: Transaction, id: string, expected: unknown, fail: Fail): void {
  if (typeof expected !== 'string') return
  const existing = transaction.get(id)
  if (!existing) throw fail(409, {type: 'documentNotFoundError', id, description: notFound(id)})
  if (existing._rev !== expected) throw fail(409, revisionMismatch(id, existing._rev, expected))
}

const revisionMismatch = (id: string, currentRevisionID: string, expectedRevisionID: string) => ({
  type: 'documentRevisionIDDoesNotMatchError',
  id,
  currentRevisionID,
  expectedRevisionID,
  description: `Document "${id}" has unexpected revision ID ("${currentRevisionID}"), expected "${expectedRevisionID}"`,
})

export const transactionExists = (id: string) =>
  dataError(409, 'transactionAlreadyExistsError', `A transaction with the ID "${id}" already exists`)
