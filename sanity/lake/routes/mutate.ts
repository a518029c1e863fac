import {z} from 'zod'
import {httpError, mutationError} from '../errors.ts'
import {requireMember} from '../guard.ts'
import {type Lake, limits} from '../lake.ts'
import {malformed} from '../malformed.ts'
import {memberId} from '../member.ts'
import {applyMutations} from '../write/mutations.ts'
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
    const {transactionId, result, transaction} = await lake.writer.write(
      {
        dataset,
        author: memberId,
        transactionId: body.data.transactionId,
        dryRun: flag(context, 'dryRun', false),
        fail: (status, item) => mutationError(status, 0, item),
      },
      (transaction) =>
        applyMutations(transaction, body.data.mutations, {
          autoGenerateArrayKeys: flag(context, 'autoGenerateArrayKeys', false),
          select: (query, params) => selectIds(lake, transaction, query, params),
        }),
    )
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

/** A selection runs on raw documents, with the transaction's own changes laid over them. */
async function selectIds(
  lake: Lake,
  transaction: Transaction,
  query: string,
  params: Record<string, unknown>,
): Promise<string[]> {
  const json = await lake.queries.run({
    dataset: transaction.dataset,
    query,
    params,
    perspective: 'raw',
    publicOnly: false,
    identity: memberId,
    overlay: transaction.overlay(),
  })
  const found: unknown = JSON.parse(json)
  const ids = (Array.isArray(found) ? found : [found]).map((item) => item?._id)
  if (!ids.every((id) => typeof id === 'string'))
    throw httpError(400, 'The query of a mutation must give whole documents, such as *[_type == "x"]')
  return [...new Set(ids)]
}
