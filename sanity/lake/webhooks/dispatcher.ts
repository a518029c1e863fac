import type {History} from '../store/history.ts'
import type {Store} from '../store/store.ts'
import type {Hook, HookStore} from './hooks.ts'
import type {Message, MessageStore} from './messages.ts'
import {messagesFor} from './rule.ts'
import {send} from './send.ts'

/** Sanity's policy: half a minute to answer, then again at growing intervals for half an hour. */
const policy = {
  timeoutMs: 30_000,
  giveUpMs: 30 * 60_000,
  firstDelayMs: 1000,
  longestDelayMs: 5 * 60_000,
  /** Deliveries under way at once for one hook; what waits is on disk, not in memory. */
  atOnce: 5,
}

export type DispatcherParts = {
  store: Store
  history: History
  hooks: HookStore
  messages: MessageStore
  projectId: string
  policy?: Partial<typeof policy>
}

/**
 * Turns commits into deliveries and makes them. Works from the log, not from memory: each hook has a cursor
 * into it, moved in the same SQLite transaction that queues the deliveries, so a crash loses none and
 * doubles none that were not yet under way. The messages of one document to one hook are delivered in order,
 * one at a time; no hook waits for another, and no document for another's retries.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts
  readonly #policy: typeof policy
  readonly #stopped = new AbortController()
  /** Documents with a delivery under way, by hook. */
  readonly #busy = new Map<string, Set<string>>()
  readonly #underWay = new Set<Promise<void>>()
  #retry: NodeJS.Timeout | undefined
  /** A commit wakes it: a thousand commits while it works wake it once more, not a thousand times. */
  #isAwake = false
  #again = false
  #work: Promise<void> = Promise.resolve()

  constructor(parts: DispatcherParts) {
    this.#parts = parts
    this.#policy = {...policy, ...parts.policy}
  }

  /** Takes up what the log holds and what was left to deliver. Call on start and after every commit. */
  wake(): void {
    if (this.#stopped.signal.aborted) return
    if (this.#isAwake) {
      this.#again = true
      return
    }
    this.#isAwake = true
    this.#work = this.#takeUp().catch((error) => console.error('[lake] webhooks:', error))
  }

  async #takeUp() {
    try {
      do {
        this.#again = false
        await this.#queueAll()
        if (this.#stopped.signal.aborted) return
        for (const hookId of this.#parts.messages.waitingHooks()) this.#fill(hookId)
        this.#planRetry()
      } while (this.#again)
    } finally {
      this.#isAwake = false
    }
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    clearTimeout(this.#retry)
    await this.#work
    await Promise.all(this.#underWay)
  }

  async #queueAll() {
    const {store, history, hooks, messages, projectId} = this.#parts
    for (const {hook, cursor} of hooks.cursors()) {
      let seqs = history.seqsAfterAnywhere(cursor)
      while (seqs.length > 0) {
        for (const seq of seqs) {
          if (this.#stopped.signal.aborted) return
          const commit = hook.isDisabledByUser ? undefined : history.commit(seq)
          const found = commit ? await messagesFor(hook, commit, store, projectId) : []
          store.atomically(() => {
            for (const message of found) messages.add(message)
            hooks.moveCursor(hook.id, seq)
          })
        }
        seqs = history.seqsAfterAnywhere(seqs.at(-1) ?? cursor)
      }
    }
  }

  /** Starts what is due for a hook, up to as many as may be under way at once. */
  #fill(hookId: string) {
    const {hooks, messages} = this.#parts
    const busy = this.#busy.get(hookId) ?? new Set<string>()
    this.#busy.set(hookId, busy)
    while (busy.size < this.#policy.atOnce && !this.#stopped.signal.aborted) {
      const message = messages.nextDue(hookId, Date.now(), [...busy])
      const hook = message && hooks.find(hookId)
      if (!hook) break
      busy.add(message.documentId)
      const work = this.#attempt(hook, message)
        .catch((error) => console.error('[lake] webhooks:', error))
        .finally(() => {
          busy.delete(message.documentId)
          this.#underWay.delete(work)
          if (this.#stopped.signal.aborted) return
          this.#fill(hookId)
          this.#planRetry()
        })
      this.#underWay.add(work)
    }
    if (busy.size === 0) this.#busy.delete(hookId)
  }

  async #attempt(hook: Hook, message: Message): Promise<void> {
    const {timeoutMs, giveUpMs, firstDelayMs, longestDelayMs} = this.#policy
    const started = Date.now()
    const outcome = await send(hook, message, this.#stopped.signal, timeoutMs)
    // Its log went with it if the hook was deleted meanwhile.
    if (this.#stopped.signal.aborted || !this.#parts.hooks.find(hook.id)) return
    const {resultCode, failureReason} = outcome
    const isTransient = resultCode === null || resultCode === 429 || resultCode >= 500
    const isTooOld = Date.now() - Date.parse(message.createdAt) > giveUpMs
    const status = failureReason === null ? 'success' : isTransient && !isTooOld ? 'queued' : 'failure'
    const delay = Math.min(firstDelayMs * 2 ** message.failureCount, longestDelayMs)
    this.#parts.messages.log(
      message,
      {createdAt: new Date(started).toISOString(), duration: Date.now() - started, ...outcome},
      status,
      Date.now() + delay,
    )
  }

  /** One timer for all that is to be tried again: at the earliest of their times. */
  #planRetry() {
    clearTimeout(this.#retry)
    const next = this.#parts.messages.nextRetry(Date.now())
    if (next === undefined) return
    this.#retry = setTimeout(() => this.wake(), Math.max(next - Date.now(), 1))
    this.#retry.unref()
  }
}
