import {createHash} from 'node:crypto'
import {isDraftId, isVersionId} from '../document.ts'
import {isOutOfTime} from '../errors.ts'
import type {Change, Commit} from '../store/store.ts'
import type {Hook} from './hooks.ts'
import type {NewMessage} from './messages.ts'

/** Evaluates a rule's expression over a change, as a query is: elsewhere, and with a limit. */
export type Evaluate = (dataset: string, expression: string, change: Change) => Promise<unknown>

/** What a commit has to tell a hook that wants to know of its documents: one message for each document that its rule lets through. */
export async function messagesFor(
  hook: Hook,
  commit: Commit,
  evaluate: Evaluate,
  projectId: string,
): Promise<NewMessage[]> {
  const messages: NewMessage[] = []
  for (const change of commit.changes) {
    if (!hook.rule.on.includes(operationOf(change))) continue
    const told = {
      id: idempotencyKey(hook, commit, change.documentId),
      hookId: hook.id,
      documentId: change.documentId,
      headers: headersOf(hook, commit, change, projectId),
    }
    try {
      const body = await bodyFor(hook, commit, change, evaluate)
      if (body !== undefined) messages.push({...told, payload: JSON.stringify(body)})
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error)
      messages.push({...told, payload: 'null', failure: {description, isTimeout: isOutOfTime(error)}})
    }
  }
  return messages
}

const operationOf = ({before, after}: Change) => (!before ? 'create' : after ? 'update' : 'delete')

/** Whether a hook wants to know of a document at all. */
export const wants = (hook: Hook, dataset: string, documentId: string): boolean =>
  (hook.dataset === '*' || hook.dataset === dataset) &&
  (hook.includeDrafts || !isDraftId(documentId)) &&
  (hook.includeAllVersions || !isVersionId(documentId))

/** @returns undefined when the filter lets nothing through. */
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

/** The same for every attempt at one delivery, different for every other. */
const idempotencyKey = (hook: Hook, commit: Commit, documentId: string) =>
  createHash('sha256').update(`${hook.id}:${commit.seq}:${documentId}`).digest('base64url').slice(0, 32)
