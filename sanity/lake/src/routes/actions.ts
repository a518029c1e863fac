import {z} from 'zod'
import {requireUser} from '../auth.ts'
import {actionError} from '../errors.ts'
import {type Lake, limits} from '../lake.ts'
import {malformed} from '../malformed.ts'
import {performActions} from '../write/actions.ts'
import type {LakeApp} from './app-types.ts'
import {readJson, transactionIdSchema} from './body.ts'

const bodySchema = z.object({
  actions: z.array(z.unknown()).min(1).max(limits.mutations),
  transactionId: transactionIdSchema.optional(),
  dryRun: z.boolean().optional(),
})

/** `POST /data/actions/{dataset}`: all actions of a request are one transaction. */
export function actionRoutes(app: LakeApp, lake: Lake): void {
  app.post('/data/actions/:dataset', async (context) => {
    const {dataset, access, identity} = context.var
    requireUser(access, 'performing actions')
    const body = bodySchema.safeParse(await readJson(context))
    if (!body.success) throw malformed('actions request', body.error)
    const {actions, transactionId: requestedId, dryRun} = body.data
    const {transactionId} = await lake.writer.write(
      {
        dataset,
        author: identity,
        transactionId: requestedId,
        dryRun,
        fail: (status, item) => actionError(status, 0, item),
      },
      (transaction) => performActions(transaction, actions),
    )
    return context.json({transactionId})
  })
}
