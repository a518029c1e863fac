import {type Clock, steadyClock} from '../clock.ts'
import {ApiError} from '../errors.ts'
import type {QueryPool} from '../query/pool.ts'
import {type Pause, slices} from '../slices.ts'
import type {History} from '../store/history.ts'
import type {Purges} from '../store/purges.ts'
import {Replay} from '../store/replay.ts'
import type {Store} from '../store/store.ts'
import {memberId} from '../user.ts'
import type {Hook, HookStore} from './hooks.ts'
import type {Message, MessageStore} from './messages.ts'
import {type Evaluate, messagesFor, wants} from './rule.ts'
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
  queries: Pick<QueryPool, 'run'>
  purges: Purges
  projectId: string
  policy?: Partial<typeof policy>
  clock?: Clock
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
  readonly #clock: Clock
  readonly #stopped = new AbortController()
  /** Documents with a delivery under way, by hook. */
  readonly #busy = new Map<string, Set<string>>()
  readonly #underWay = new Set<Promise<void>>()
  #retry: {at: number; callOff: () => void} | undefined
  /**
   * Hooks whose rules are being tried on the log, and whether it has grown since: a thousand commits meanwhile
   * wake a hook once more, not a thousand times.
   */
  readonly #awake = new Map<string, boolean>()

  constructor(parts: DispatcherParts) {
    this.#parts = parts
    this.#policy = {...policy, ...parts.policy}
    this.#clock = parts.clock ?? steadyClock
    parts.messages.takeUp(this.#clock.now(), this.#policy.longestDelayMs)
  }

  /** Takes up what the log holds and what was left to deliver. Call on start and after every commit. */
  wake(): void {
    if (this.#stopped.signal.aborted) return
    // Here too: there may be no webhook to wait for.
    this.#track(this.#sweep(this.#slices()))
    for (const {id} of this.#parts.hooks.list()) {
      if (this.#awake.has(id)) this.#awake.set(id, true)
      else this.#track(this.#takeUp(id))
    }
  }

  /** One hook's rule may take long; the others' don't wait for it. */
  async #takeUp(hookId: string) {
    const pause = this.#slices()
    try {
      do {
        this.#awake.set(hookId, false)
        await this.#queue(hookId, pause)
        await this.#sweep(pause)
        if (this.#stopped.signal.aborted) return
        this.#deliver(hookId)
      } while (this.#awake.get(hookId))
    } finally {
      this.#awake.delete(hookId)
    }
  }

  /** Ended by `stop`. */
  readonly #slices = () => slices(this.#stopped.signal)

  async #sweep(pause: Pause) {
    while (!this.#parts.purges.sweep()) await pause()
  }

  #track(work: Promise<void>) {
    const tracked = work
      .catch((error) => {
        if (!this.#stopped.signal.aborted) console.error('[lake] webhooks:', error)
      })
      .finally(() => this.#underWay.delete(tracked))
    this.#underWay.add(tracked)
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    this.#retry?.callOff()
    await Promise.all(this.#underWay)
  }

  async #queue(hookId: string, pause: Pause) {
    const {store, history, hooks, messages} = this.#parts
    const replay = new Replay(history, pause)
    for (;;) {
      const seqs = hooks.find(hookId) ? history.seqsAfterAnywhere(hooks.cursor(hookId)) : []
      if (seqs.length === 0) return
      for (const seq of seqs) {
        const hook = hooks.find(hookId)
        if (!hook) return
        const found = hook.isDisabledByUser ? [] : await this.#messages(hook, seq, replay)
        if (this.#stopped.signal.aborted || !hooks.find(hookId)) return
        // What tells it nothing costs no write of its own: after a crash it is looked at again.
        if (found.length > 0 || seq === seqs.at(-1))
          store.atomically(() => {
            for (const message of found) messages.add(message, this.#clock.now())
            hooks.moveCursor(hookId, seq)
          })
        await pause()
      }
    }
  }

  async #messages(hook: Hook, seq: number, replay: Replay) {
    const {history, projectId} = this.#parts
    const dataset = history.transaction(seq)?.dataset
    if (hook.dataset !== '*' && hook.dataset !== dataset) return []
    const commit = await replay.commit(seq, (of, documentId) => wants(hook, of, documentId))
    return commit ? messagesFor(hook, commit, this.#evaluate, projectId) : []
  }

  /** On a query thread. What finds none free is tried again: a message must not be lost because others are busy. */
  readonly #evaluate: Evaluate = async (dataset, query, {before, after}) => {
    const scope = {dataset, perspective: 'raw', publicOnly: false, identity: memberId} as const
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
    // The same moment for both: what is not yet due for the one is to come for the other.
    const now = this.#clock.now()
    this.#fill(hookId, now)
    this.#planRetry(hookId, now)
  }

  /** Starts what is due for a hook, up to as many as may be under way at once. */
  #fill(hookId: string, now: number) {
    const {hooks, messages} = this.#parts
    const busy = this.#busy.get(hookId) ?? new Set<string>()
    this.#busy.set(hookId, busy)
    while (busy.size < this.#policy.atOnce && !this.#stopped.signal.aborted) {
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
    const {timeoutMs, giveUpMs, firstDelayMs, longestDelayMs} = this.#policy
    const createdAt = new Date().toISOString()
    const started = this.#clock.now()
    const late = new AbortController()
    const callOff = this.#clock.after(timeoutMs, () =>
      late.abort(new DOMException('No answer', 'TimeoutError')),
    )
    const outcome = await send(hook, message, AbortSignal.any([this.#stopped.signal, late.signal]))
    callOff()
    // Its log went with it if the hook was deleted meanwhile.
    if (this.#stopped.signal.aborted || !this.#parts.hooks.find(hook.id)) return
    const {resultCode, failureReason} = outcome
    const now = this.#clock.now()
    const isTransient = resultCode === null || resultCode === 429 || resultCode >= 500
    const isTooOld = now - message.queuedAt > giveUpMs
    const status = failureReason === null ? 'success' : isTransient && !isTooOld ? 'queued' : 'failure'
    const delay = Math.min(firstDelayMs * 2 ** message.failureCount, longestDelayMs)
    const duration = Math.round(now - started)
    this.#parts.messages.log(message, {createdAt, duration, ...outcome}, status, now + delay)
  }

  /**
   * One timer for all that is to be tried again: at the earliest of their times. One that is set for earlier
   * stays: what it is for may be due already, and of another hook than the one that was just looked at.
   */
  #planRetry(hookId: string, now: number) {
    const next = this.#parts.messages.nextRetry(hookId, now)
    if (next === undefined || (this.#retry && this.#retry.at <= next)) return
    this.#retry?.callOff()
    const ring = () => {
      this.#retry = undefined
      this.wake()
    }
    this.#retry = {at: next, callOff: this.#clock.after(Math.max(next - now, 1), ring)}
  }
}
