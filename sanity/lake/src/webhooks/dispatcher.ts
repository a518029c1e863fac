import {type Clock, steadyClock} from '../clock.ts'
import {ApiError} from '../errors.ts'
import {createPause, type Pause} from '../pause.ts'
import type {QueryPool} from '../query/pool.ts'
import type {History} from '../store/history.ts'
import type {Purges} from '../store/purges.ts'
import {Replay} from '../store/replay.ts'
import type {Store} from '../store/store.ts'
import {defaultUserId} from '../user.ts'
import type {Hook, HookStore} from './hooks.ts'
import type {Message, MessageStore} from './messages.ts'
import {receiversByHook} from './receiver.ts'
import {type Evaluate, isInScope, messagesFor} from './rule.ts'
import {send} from './send.ts'

/** Sanity's policy: 30 seconds for a response, then retries with growing delays for half an hour. */
const policy = {
  timeoutMs: 30_000,
  giveUpMs: 30 * 60_000,
  firstDelayMs: 1000,
  maxDelayMs: 5 * 60_000,
  /** Concurrent deliveries per hook. The others wait on disk, not in memory. */
  maxConcurrent: 5,
}

export type DispatcherParts = {
  store: Store
  history: History
  hooks: HookStore
  messages: MessageStore
  queries: Pick<QueryPool, 'run'>
  purges: Purges
  projectId: string
  policy?: Partial<typeof policy>
  clock?: Clock
}

/**
 * Turns commits into webhook messages and delivers them. It reads the log, not memory. Each hook has a cursor
 * into the log. The cursor moves in the same SQLite transaction that queues the messages, so a crash loses
 * none, and duplicates only those that were being sent. A power loss may duplicate the last few, with the
 * same key. Messages of one document to one hook are delivered in
 * order, one at a time. Hooks do not wait for each other, and a document does not wait for retries of
 * another, unless the receiver is down (receiver.ts).
 */
export class Dispatcher {
  readonly #parts: DispatcherParts
  readonly #policy: typeof policy
  readonly #clock: Clock
  readonly #stopped = new AbortController()
  /** Documents with a delivery in progress, by hook. */
  readonly #busy = new Map<string, Set<string>>()
  readonly #running = new Set<Promise<void>>()
  readonly #receiver: ReturnType<typeof receiversByHook>
  #retry: {at: number; cancel: () => void} | undefined
  /**
   * Hooks that are being processed, and whether the log has grown meanwhile. A thousand commits meanwhile
   * cause one more run of a hook, not a thousand.
   */
  readonly #processing = new Map<string, boolean>()

  constructor(parts: DispatcherParts) {
    this.#parts = parts
    this.#policy = {...policy, ...parts.policy}
    this.#clock = parts.clock ?? steadyClock
    this.#receiver = receiversByHook(this.#policy)
    parts.messages.capTimes(this.#clock.now(), this.#policy.maxDelayMs)
  }

  /** Processes new commits and delivers due messages. Call it at the start and after every commit. */
  wake(): void {
    if (this.#stopped.signal.aborted) return
    // Also needed here: without a webhook no other call purges.
    this.#track(this.#purge(this.#createPause()))
    for (const {id} of this.#parts.hooks.list()) {
      if (this.#processing.has(id)) this.#processing.set(id, true)
      else this.#track(this.#process(id))
    }
  }

  /** Processes one hook. Its rule may be slow; the other hooks do not wait for it. */
  async #process(hookId: string) {
    const pause = this.#createPause()
    try {
      do {
        this.#processing.set(hookId, false)
        await this.#queueMessages(hookId, pause)
        await this.#purge(pause)
        if (this.#stopped.signal.aborted) return
        this.#deliver(hookId)
      } while (this.#processing.get(hookId))
    } finally {
      this.#processing.delete(hookId)
    }
  }

  /** A pause that `stop` aborts. */
  readonly #createPause = () => createPause(this.#stopped.signal)

  async #purge(pause: Pause) {
    while (!this.#parts.purges.purgeBatch()) await pause()
  }

  #track(work: Promise<void>) {
    const tracked = work
      .catch((error) => {
        if (!this.#stopped.signal.aborted) console.error('[lake] webhooks:', error)
      })
      .finally(() => this.#running.delete(tracked))
    this.#running.add(tracked)
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    this.#retry?.cancel()
    await Promise.all(this.#running)
  }

  async #queueMessages(hookId: string, pause: Pause) {
    const {store, history, hooks, messages} = this.#parts
    const replay = new Replay(history, pause)
    for (;;) {
      const seqs = hooks.find(hookId) ? history.seqsAfterInAllDatasets(hooks.cursor(hookId)) : []
      if (seqs.length === 0) return
      for (const seq of seqs) {
        const hook = hooks.find(hookId)
        if (!hook) return
        const found = hook.isDisabledByUser ? [] : await this.#messagesFor(hook, seq, replay)
        if (this.#stopped.signal.aborted || !hooks.find(hookId)) return
        // Commits without a message are not written one by one: after a crash they are evaluated again.
        if (found.length > 0 || seq === seqs.at(-1))
          store.atomicallyUnsynced(() => {
            for (const message of found) messages.add(message, this.#clock.now())
            hooks.moveCursor(hookId, seq)
          })
        await pause()
      }
    }
  }

  async #messagesFor(hook: Hook, seq: number, replay: Replay) {
    const {history, projectId} = this.#parts
    const dataset = history.transaction(seq)?.dataset
    if (hook.dataset !== '*' && hook.dataset !== dataset) return []
    const commit = await replay.commit(seq, (documentDataset, documentId) =>
      isInScope(hook, documentDataset, documentId),
    )
    return commit ? messagesFor(hook, commit, this.#evaluate, projectId) : []
  }

  /**
   * Evaluates on a query worker. When all workers are busy it tries again: a message must not be lost for
   * that reason.
   */
  readonly #evaluate: Evaluate = async (dataset, query, {before, after}) => {
    const scope = {dataset, perspective: 'raw', publicOnly: false, identity: defaultUserId} as const
    for (;;) {
      try {
        return JSON.parse(
          await this.#parts.queries.run({...scope, query, params: {}, delta: {before, after}}),
        )
      } catch (error) {
        const isBusy = error instanceof ApiError && error.status === 503
        if (!isBusy || this.#stopped.signal.aborted) throw error
        await new Promise<void>((resolve) => {
          this.#clock.after(this.#policy.firstDelayMs, resolve)
          this.#stopped.signal.addEventListener('abort', () => resolve(), {once: true})
        })
      }
    }
  }

  #deliver(hookId: string) {
    // One timestamp for both calls: a message is either due now or scheduled, never both or neither.
    const now = this.#clock.now()
    this.#startDue(hookId, now)
    this.#scheduleRetry(hookId, now)
  }

  /** Starts due deliveries of a hook, up to the limit of concurrent ones. */
  #startDue(hookId: string, now: number) {
    const {hooks, messages} = this.#parts
    const busy = this.#busy.get(hookId) ?? new Set<string>()
    this.#busy.set(hookId, busy)
    while (busy.size < this.#receiver(hookId).capacity(now) && !this.#stopped.signal.aborted) {
      const message = messages.nextDue(hookId, now, [...busy])
      const hook = message && hooks.find(hookId)
      if (!hook) break
      busy.add(message.documentId)
      this.#track(
        this.#attempt(hook, message).finally(() => {
          busy.delete(message.documentId)
          if (this.#stopped.signal.aborted) return
          this.#deliver(hookId)
        }),
      )
    }
    if (busy.size === 0) this.#busy.delete(hookId)
  }

  async #attempt(hook: Hook, message: Message): Promise<void> {
    const {timeoutMs, giveUpMs, firstDelayMs, maxDelayMs} = this.#policy
    const receiver = this.#receiver(hook.id)
    const isProbe = receiver.isDown
    const createdAt = new Date().toISOString()
    const started = this.#clock.now()
    const timeout = new AbortController()
    const cancel = this.#clock.after(timeoutMs, () =>
      timeout.abort(new DOMException('No answer', 'TimeoutError')),
    )
    const outcome = await send(hook, message, AbortSignal.any([this.#stopped.signal, timeout.signal]))
    cancel()
    // When the hook was deleted meanwhile, its message log was deleted too.
    if (this.#stopped.signal.aborted || !this.#parts.hooks.find(hook.id)) return
    const {resultCode, failureReason} = outcome
    const now = this.#clock.now()
    const isTransient = resultCode === null || resultCode === 429 || resultCode >= 500
    const isTooOld = now - message.queuedAt > giveUpMs
    const status = failureReason === null ? 'success' : isTransient && !isTooOld ? 'queued' : 'failure'
    const delay = Math.min(firstDelayMs * 2 ** message.failureCount, maxDelayMs)
    const duration = Math.round(now - started)
    const {messages} = this.#parts
    messages.log(message, {createdAt, duration, ...outcome}, status, now + delay)
    if (!isTransient) receiver.responded()
    else receiver.failed(now, isProbe)
    // The others that waited as long would fail, too. They are given up without a try of their own.
    if (!isProbe || !isTransient) return
    const pause = this.#createPause()
    while (messages.giveUpBatch(hook.id, now - giveUpMs)) await pause()
  }

  /**
   * One timer for all retries, at the earliest time. A timer set for an earlier time stays: it may be for
   * another hook.
   */
  #scheduleRetry(hookId: string, now: number) {
    const {messages} = this.#parts
    const {probeAt} = this.#receiver(hookId)
    const waiting = messages.nextRetry(hookId, probeAt === undefined ? now : -1)
    if (waiting === undefined) return
    const next = Math.max(waiting, probeAt ?? 0)
    // Due already: the end of the delivery that is in progress starts it.
    if (next <= now || (this.#retry && this.#retry.at <= next)) return
    this.#retry?.cancel()
    const onTimer = () => {
      this.#retry = undefined
      this.wake()
    }
    this.#retry = {at: next, cancel: this.#clock.after(Math.max(next - now, 1), onTimer)}
  }
}
