import {createHash} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {isDraftId, isVersionId} from '../document.ts'
import {memberId} from '../lake.ts'
import {runDelta} from '../query/evaluate.ts'
import type {History} from '../store/history.ts'
import type {Change, Commit, Store} from '../store/store.ts'
import type {Hook, HookStore} from './hooks.ts'
import type {Message, MessageStore} from './messages.ts'

/** Sanity's policy: half a minute to answer, then again at growing intervals for half an hour. */
const timeoutMs = 30_000
const giveUpMs = 30 * 60_000
const firstDelayMs = 1000
const longestDelayMs = 5 * 60_000

const loggedBody = 2000

/**
 * Turns commits into deliveries and makes them. Works from the log, not from memory: each hook has a cursor
 * into it, moved in the same SQLite transaction that queues the deliveries, so a crash loses none and
 * doubles none that were not yet under way.
 */
export class Dispatcher {
  readonly #store: Store
  readonly #history: History
  readonly #hooks: HookStore
  readonly #messages: MessageStore
  readonly #projectId: string
  readonly #stopped = new AbortController()
  readonly #lanes = new Set<string>()
  #work: Promise<void> = Promise.resolve()

  constructor(parts: {
    store: Store
    history: History
    hooks: HookStore
    messages: MessageStore
    projectId: string
  }) {
    this.#store = parts.store
    this.#history = parts.history
    this.#hooks = parts.hooks
    this.#messages = parts.messages
    this.#projectId = parts.projectId
  }

  /** Takes up what the log holds and what was left to deliver. Call on start and after every commit. */
  wake(): void {
    this.#work = this.#work
      .then(() => this.#queueAll())
      .then(() => this.#openLanes())
      .catch((error) => console.error('[lake] webhooks:', error))
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#work
  }

  async #queueAll() {
    for (const {hook, cursor} of this.#hooks.cursors()) {
      for (const seq of this.#history.seqsAfterAnywhere(cursor)) {
        if (this.#stopped.signal.aborted) return
        const commit = this.#history.commit(seq)
        const messages = commit && !hook.isDisabledByUser ? await this.#messagesFor(hook, commit) : []
        this.#store.atomically(() => {
          for (const message of messages) this.#messages.add(message)
          this.#hooks.moveCursor(hook.id, seq)
        })
      }
    }
  }

  async #messagesFor(hook: Hook, commit: Commit) {
    if (hook.dataset !== '*' && hook.dataset !== commit.dataset) return []
    const messages = []
    for (const change of commit.changes) {
      const message = await this.#messageFor(hook, commit, change)
      if (message) messages.push(message)
    }
    return messages
  }

  async #messageFor(hook: Hook, commit: Commit, change: Change) {
    const {documentId, before, after} = change
    if (isDraftId(documentId) && !hook.includeDrafts) return undefined
    if (isVersionId(documentId) && !hook.includeAllVersions) return undefined
    const operation = !before ? 'create' : after ? 'update' : 'delete'
    if (!hook.rule.on.includes(operation)) return undefined
    const scope = {identity: memberId, projectId: this.#projectId, dataset: commit.dataset}
    const {filter, projection} = hook.rule
    try {
      if (filter?.trim() && (await runDelta(filter, change, scope)) !== true) return undefined
      const body = projection?.trim() ? await runDelta(projection, change, scope) : (after ?? before)
      return {
        id: idempotencyKey(hook, commit, documentId),
        hookId: hook.id,
        documentId,
        payload: JSON.stringify(body),
        headers: {
          'sanity-transaction-id': commit.transactionId,
          'sanity-transaction-time': commit.timestamp,
          'sanity-dataset': commit.dataset,
          'sanity-document-id': documentId,
          'sanity-project-id': this.#projectId,
          'sanity-webhook-id': hook.id,
          'sanity-operation': operation,
        },
      }
    } catch (error) {
      console.error(`[lake] webhook "${hook.name}" could not be evaluated for ${documentId}:`, error)
      return undefined
    }
  }

  /** One lane a hook and document: in order, one at a time, and no lane waits for another's retries. */
  #openLanes() {
    for (const {hookId, documentId} of this.#messages.lanes()) {
      const lane = `${hookId}:${documentId}`
      if (this.#lanes.has(lane)) continue
      this.#lanes.add(lane)
      void this.#drain(hookId, documentId)
        .catch((error) => {
          if (!this.#stopped.signal.aborted) console.error('[lake] webhooks:', error)
        })
        .finally(() => this.#lanes.delete(lane))
    }
  }

  async #drain(hookId: string, documentId: string) {
    while (!this.#stopped.signal.aborted) {
      const message = this.#messages.next(hookId, documentId)
      if (!message) return
      const hook = this.#hooks.find(hookId)
      if (!hook) return
      const settled = await this.#attempt(hook, message)
      if (!settled) await sleep(delayAfter(message.failureCount), undefined, {signal: this.#stopped.signal})
    }
  }

  /** @returns whether the message is done with, one way or the other. */
  async #attempt(hook: Hook, message: Message): Promise<boolean> {
    const started = Date.now()
    const {resultCode, resultBody, failureReason} = await this.#send(hook, message)
    // Its log went with it if the hook was deleted meanwhile.
    if (this.#stopped.signal.aborted || !this.#hooks.find(hook.id)) return true
    const isTransient = resultCode === null || resultCode === 429 || resultCode >= 500
    const isTooOld = Date.now() - Date.parse(message.createdAt) > giveUpMs
    const status = failureReason === null ? 'success' : isTransient && !isTooOld ? 'queued' : 'failure'
    const attempt = {
      createdAt: new Date(started).toISOString(),
      duration: Date.now() - started,
      resultCode,
      resultBody,
      failureReason,
    }
    this.#messages.log(message, attempt, status)
    return status !== 'queued'
  }

  async #send(hook: Hook, message: Message) {
    const signature = hook.secret
      ? {[SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(message.payload, Date.now(), hook.secret)}
      : undefined
    try {
      const response = await fetch(hook.url, {
        method: hook.httpMethod,
        // fetch refuses a body on GET; Sanity sends one.
        body: hook.httpMethod === 'GET' ? undefined : message.payload,
        headers: {
          'user-agent': 'Sanity.io webhook delivery',
          ...hook.headers,
          ...message.headers,
          ...signature,
          'content-type': 'application/json',
          'idempotency-key': message.id,
        },
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(timeoutMs)]),
      })
      const resultBody = (await response.text()).slice(0, loggedBody)
      return {resultCode: response.status, resultBody, failureReason: response.ok ? null : 'http'}
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError'
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
      return {resultCode: null, resultBody: cause, failureReason: timedOut ? 'timeout' : 'network'}
    }
  }
}

const delayAfter = (failures: number) => Math.min(firstDelayMs * 2 ** failures, longestDelayMs)

/** The same for every attempt at one delivery, different for every other. */
const idempotencyKey = (hook: Hook, commit: Commit, documentId: string) =>
  createHash('sha256').update(`${hook.id}:${commit.seq}:${documentId}`).digest('base64url').slice(0, 32)
