import {z} from 'zod'
import {requireUser} from '../auth.ts'
import {isRecord} from '../document.ts'
import {type ErrorItem, httpError, invalidRequestBody, isTimeoutOrBusy, mutationError} from '../errors.ts'
import {type Lake, limits} from '../lake.ts'
import {malformed} from '../malformed.ts'
import type {QueryJob} from '../query/worker.ts'
import {applyMutations, deleteFields, mutationVerbs, type Select} from '../write/mutations.ts'
import {patchFields} from '../write/patch.ts'
import type {Transaction} from '../write/transaction.ts'
import type {LakeApp} from './app-types.ts'
import {flag, readJson, requireKnownFields, transactionIdSchema} from './body.ts'

const bodySchema = z.object({
  mutations: z.array(z.unknown()).max(limits.mutations),
  transactionId: transactionIdSchema.optional(),
})

/** `POST /data/mutate/{dataset}`. Every visibility is `sync` here: the next query sees the write. */
export function mutateRoutes(app: LakeApp, lake: Lake): void {
  app.post('/data/mutate/:dataset', async (context) => {
    const {dataset, access, identity} = context.var
    requireUser(access, 'mutating documents')
    const json = await readJson(context)
    if (isRecord(json)) requireKnownFields(json, Object.keys(bodySchema.shape), json)
    const body = bodySchema.safeParse(json)
    if (!body.success) throw malformed('mutation request', body.error)
    const {mutations} = body.data
    if (mutations.length === 0)
      throw invalidRequestBody(JSON.stringify(json), '"mutations" must have at least one mutation')
    for (const mutation of mutations) requireKnownOperations(mutation, json)
    const request = {
      dataset,
      author: identity,
      transactionId: body.data.transactionId,
      dryRun: flag(context, 'dryRun', false),
      fail: (status: number, item: ErrorItem) => mutationError(status, 0, item),
    }
    const autoGenerateArrayKeys = flag(context, 'autoGenerateArrayKeys', false)
    const apply = (transaction: Transaction, select: Select) =>
      applyMutations(transaction, mutations, {autoGenerateArrayKeys, select})
    const {transactionId, result, transaction} = mutations.some(selectsByQuery)
      ? await lake.writer.writeOptimistically(request, (transaction, isExclusive) =>
          apply(
            transaction,
            isExclusive ? selectWithDeadline(lake, transaction) : selectFrom(lake, transaction),
          ),
        )
      : await lake.writer.write(request, (transaction) => apply(transaction, selectFrom(lake, transaction)))
    const returnIds = flag(context, 'returnIds', false)
    const returnDocuments = flag(context, 'returnDocuments', false)
    return context.json({
      transactionId,
      results:
        returnIds || returnDocuments
          ? result.map(({id, operation}) =>
              returnDocuments ? {id, operation, document: transaction.get(id)} : {id, operation},
            )
          : [],
    })
  })
}

function requireKnownOperations(mutation: unknown, body: unknown): void {
  if (!isRecord(mutation)) return
  requireKnownFields(mutation, mutationVerbs, body)
  if (isRecord(mutation.patch)) requireKnownFields(mutation.patch, patchFields, body)
  if (isRecord(mutation.delete)) requireKnownFields(mutation.delete, deleteFields, body)
}

const selectsByQuery = (mutation: unknown): boolean =>
  isRecord(mutation) &&
  [mutation.patch, mutation.delete].some((body) => isRecord(body) && typeof body.query === 'string')

/** Selections by query run on raw documents, with the changes of their own transaction. */
function selectFrom(lake: Lake, transaction: Transaction, timeLeft?: () => number): Select {
  return async (query, params) => {
    const job: QueryJob = {
      dataset: transaction.dataset,
      query,
      params,
      perspective: 'raw',
      publicOnly: false,
      identity: transaction.author,
      overlay: transaction.overlay(),
    }
    const found: unknown = JSON.parse(await lake.queries.run(job, timeLeft?.()))
    const ids = (Array.isArray(found) ? found : [found]).map((item) => item?._id)
    if (!ids.every((id) => typeof id === 'string'))
      throw httpError(400, 'The query of a mutation must return whole documents, such as *[_type == "x"]')
    return [...new Set(ids)]
  }
}

/** Time limit of all selections of a request while other writers wait for it. */
const maxBlockingMs = 250

function selectWithDeadline(lake: Lake, transaction: Transaction): Select {
  const deadline = performance.now() + maxBlockingMs
  const select = selectFrom(lake, transaction, () => Math.max(1, deadline - performance.now()))
  return (query, params) =>
    select(query, params).catch((error) => {
      if (!isTimeoutOrBusy(error)) throw error
      throw httpError(
        503,
        'Other writes were committed while the slow query of this mutation ran. Try again, or use ids',
      )
    })
}
