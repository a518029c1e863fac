import {createHash} from 'node:crypto'
import {isDraftId, isVersionId} from '../document.ts'
import {isTimeoutOrBusy} from '../errors.ts'
import type {Change, Commit} from '../store/store.ts'
import {wellFormed} from '../well-formed.ts'
import type {Hook} from './hooks.ts'
import type {NewMessage} from './messages.ts'

/** Evaluates an expression of a rule over a change: on a query worker, with a time limit. */
export type Evaluate = (dataset: string, expression: string, change: Change) => Promise<unknown>

/** The messages of a commit for a hook: one for each document that its rule accepts. */
export async function messagesFor(
  hook: Hook,
  commit: Commit,
  evaluate: Evaluate,
  projectId: string,
): Promise<NewMessage[]> {
  const messages: NewMessage[] = []
  for (const change of commit.changes) {
    if (!hook.rule.on.includes(operationOf(change))) continue
    const message = {
      id: idempotencyKey(hook, commit, change.documentId),
      hookId: hook.id,
      documentId: change.documentId,
      headers: headersOf(hook, commit, change, projectId),
    }
    try {
      const payload = await bodyFor(hook, commit, change, evaluate)
      // An earlier version of the lake may have stored lone surrogates.
      if (payload !== undefined) messages.push({...message, payload: JSON.stringify(wellFormed(payload))})
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error)
      messages.push({...message, payload: 'null', failure: {description, isTimeout: isTimeoutOrBusy(error)}})
    }
  }
  return messages
}

const operationOf = ({before, after}: Change) => (!before ? 'create' : after ? 'update' : 'delete')

/** Whether a hook covers a document: its dataset, drafts and versions. */
export const isInScope = (hook: Hook, dataset: string, documentId: string): boolean =>
  (hook.dataset === '*' || hook.dataset === dataset) &&
  (hook.includeDrafts || !isDraftId(documentId)) &&
  (hook.includeAllVersions || !isVersionId(documentId))

/** @returns undefined when the filter rejects the change. */
async function bodyFor(hook: Hook, {dataset}: Commit, change: Change, evaluate: Evaluate): Promise<unknown> {
  const {filter, projection} = hook.rule
  if (filter?.trim() && (await evaluate(dataset, filter, change)) !== true) return undefined
  if (projection?.trim()) return evaluate(dataset, projection, change)
  return change.after ?? change.before
}

const headersOf = (hook: Hook, commit: Commit, change: Change, projectId: string) => ({
  'sanity-transaction-id': commit.transactionId,
  'sanity-transaction-time': commit.timestamp,
  'sanity-dataset': commit.dataset,
  'sanity-document-id': change.documentId,
  'sanity-project-id': projectId,
  'sanity-webhook-id': hook.id,
  'sanity-operation': operationOf(change),
})

/** The same for every attempt of one message, different for every other message. */
const idempotencyKey = (hook: Hook, commit: Commit, documentId: string) =>
  createHash('sha256').update(`${hook.id}:${commit.seq}:${documentId}`).digest('base64url').slice(0, 32)
