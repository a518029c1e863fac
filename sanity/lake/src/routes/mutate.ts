import {z} from 'zod'
import {requireMember} from '../auth.ts'
import {isRecord} from '../document.ts'
import {type ErrorItem, httpError, isOutOfTime, mutationError} from '../errors.ts'
import {type Lake, limits} from '../lake.ts'
import {malformed} from '../malformed.ts'
import type {QueryJob} from '../query/worker.ts'
import {memberId} from '../user.ts'
import {applyMutations, type Select} from '../write/mutations.ts'
import type {Transaction} from '../write/transaction.ts'
import type {LakeApp} from './app-types.ts'
import {flag, readJson, transactionIdSchema} from './body.ts'

const bodySchema = z.object({
  mutations: z.array(z.unknown()).max(limits.mutations),
  transactionId: transactionIdSchema.optional(),
})

/** `POST /data/mutate/{dataset}`. Every visibility is `sync` here: the next query sees the write. */
export function mutateRoutes(app: LakeApp, lake: Lake): void {
  app.post('/data/mutate/:dataset', async (context) => {
    const {dataset, access} = context.var
    requireMember(access, 'mutating documents')
    const body = bodySchema.safeParse(await readJson(context))
    if (!body.success) throw malformed('mutation request', body.error)
    const {mutations} = body.data
    const request = {
      dataset,
      author: memberId,
      transactionId: body.data.transactionId,
      dryRun: flag(context, 'dryRun', false),
      fail: (status: number, item: ErrorItem) => mutationError(status, 0, item),
    }
    const autoGenerateArrayKeys = flag(context, 'autoGenerateArrayKeys', false)
    const apply = (transaction: Transaction, select: Select) =>
      applyMutations(transaction, mutations, {autoGenerateArrayKeys, select})
    const {transactionId, result, transaction} = mutations.some(selectsByQuery)
      ? await lake.writer.writeAhead(request, (transaction, isItsTurn) =>
          apply(transaction, isItsTurn ? quick(lake, transaction) : selectFrom(lake, transaction)),
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

const selectsByQuery = (mutation: unknown): boolean =>
  isRecord(mutation) &&
  [mutation.patch, mutation.delete].some((body) => isRecord(body) && typeof body.query === 'string')

/** A selection runs on raw documents, with the transaction's own changes laid over them. */
function selectFrom(lake: Lake, transaction: Transaction, timeLeft?: () => number): Select {
  return async (query, params) => {
    const job: QueryJob = {
      dataset: transaction.dataset,
      query,
      params,
      perspective: 'raw',
      publicOnly: false,
      identity: memberId,
      overlay: transaction.overlay(),
    }
    const found: unknown = JSON.parse(await lake.queries.run(job, timeLeft?.()))
    const ids = (Array.isArray(found) ? found : [found]).map((item) => item?._id)
    if (!ids.every((id) => typeof id === 'string'))
      throw httpError(400, 'The query of a mutation must give whole documents, such as *[_type == "x"]')
    return [...new Set(ids)]
  }
}

/** How long all selections of a request may take while other writers wait for it. */
const longestHoldMs = 250

function quick(lake: Lake, transaction: Transaction): Select {
  const until = performance.now() + longestHoldMs
  const select = selectFrom(lake, transaction, () => Math.max(1, until - performance.now()))
  return (query, params) =>
    select(query, params).catch((error) => {
      if (!isOutOfTime(error)) throw error
      throw httpError(
        503,
        'Others write while the slow query of this mutation is evaluated: try again, or give the ids',
      )
    })
}
