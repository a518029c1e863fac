import {createHash} from 'node:crypto'
import {isDraftId, isVersionId} from '../document.ts'
import {memberId} from '../member.ts'
import {runDelta} from '../query/evaluate.ts'
import type {Change, Commit, Store} from '../store/store.ts'
import type {Hook} from './hooks.ts'
import type {Message} from './messages.ts'

export type NewMessage = Pick<Message, 'id' | 'hookId' | 'documentId' | 'payload' | 'headers'>

/** What a commit has to tell a hook: one message for each document that its rule lets through. */
export async function messagesFor(
  hook: Hook,
  commit: Commit,
  store: Store,
  projectId: string,
): Promise<NewMessage[]> {
  if (hook.dataset !== '*' && hook.dataset !== commit.dataset) return []
  const messages: NewMessage[] = []
  for (const change of commit.changes) {
    if (!isConcerned(hook, change)) continue
    try {
      const message = await messageFor(hook, commit, change, store, projectId)
      if (message) messages.push(message)
    } catch (error) {
      console.error(`[lake] webhook "${hook.name}" could not be evaluated for ${change.documentId}:`, error)
    }
  }
  return messages
}

const operationOf = ({before, after}: Change) => (!before ? 'create' : after ? 'update' : 'delete')

const isConcerned = (hook: Hook, change: Change): boolean =>
  (hook.includeDrafts || !isDraftId(change.documentId)) &&
  (hook.includeAllVersions || !isVersionId(change.documentId)) &&
  hook.rule.on.includes(operationOf(change))

async function messageFor(
  hook: Hook,
  commit: Commit,
  change: Change,
  store: Store,
  projectId: string,
): Promise<NewMessage | undefined> {
  const {dataset, transactionId, timestamp} = commit
  const {documentId, before, after} = change
  const scope = {identity: memberId, projectId, dataset}
  const evaluate = (expression: string) => runDelta(expression, change, scope, (id) => store.get(dataset, id))
  const {filter, projection} = hook.rule
  if (filter?.trim() && (await evaluate(filter)) !== true) return undefined
  const body = projection?.trim() ? await evaluate(projection) : (after ?? before)
  return {
    id: idempotencyKey(hook, commit, documentId),
    hookId: hook.id,
    documentId,
    payload: JSON.stringify(body),
    headers: {
      'sanity-transaction-id': transactionId,
      'sanity-transaction-time': timestamp,
      'sanity-dataset': dataset,
      'sanity-document-id': documentId,
      'sanity-project-id': projectId,
      'sanity-webhook-id': hook.id,
      'sanity-operation': operationOf(change),
    },
  }
}

/** The same for every attempt at one delivery, different for every other. */
const idempotencyKey = (hook: Hook, commit: Commit, documentId: string) =>
  createHash('sha256').update(`${hook.id}:${commit.seq}:${documentId}`).digest('base64url').slice(0, 32)
