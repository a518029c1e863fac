import {randomUUID} from 'node:crypto'
import {createSemaphore} from '../semaphore.ts'
import type {History} from '../store/history.ts'
import type {Commit} from '../store/store.ts'
import {cpuTimeMs, TimeLimitError, withTimeLimit} from '../time-limit.ts'
import type {Writer} from '../write/writer.ts'
import {replayMissed} from './missed.ts'
import {matchedChanges, type Subscription, serverSentEvent} from './subscription.ts'

/** The output of a stream: an HTTP response or a WebSocket. */
export type Sink = {send(text: string): void; close(): void}

const keepAliveMs = 15_000

/** Listeners that may wait to resume. Those beyond get `reset`. */
const maxResuming = 100

/** Time limit for the filters of all listeners over one commit. Each document adds 1 ms. */
const filterLimitMs = 100
const minFilterLimitMs = 5

/**
 * All open listeners. Events are sent in commit order. A listener that resumes gets the events that it
 * missed, without a gap or a duplicate, or else `reset`.
 */
export class Listeners {
  readonly #history: History
  readonly #open = new Map<Sink, Subscription>()
  readonly #resuming = new Map<Sink, {subscription: Subscription; abort: AbortController}>()
  /** One resumes at a time, since each holds documents in memory while the log is replayed. */
  readonly #resumeSemaphore = createSemaphore(1, maxResuming, () => new TooManyResumingError())
  readonly #heartbeat: NodeJS.Timeout

  constructor(writer: Writer, history: History) {
    this.#history = history
    writer.commits.on('commit', (commit) => this.#notify(commit))
    // One timer for all. The comment stops proxies and browsers from closing a quiet stream.
    this.#heartbeat = setInterval(() => {
      for (const sink of [...this.#open.keys(), ...this.#resuming.keys()]) this.#send(sink, [':\n\n'])
    }, keepAliveMs)
    this.#heartbeat.unref()
  }

  /** @param lastEventId the last received event, when the client reconnects. */
  open(subscription: Subscription, sink: Sink, lastEventId: string | undefined): void {
    if (subscription.enableResume && lastEventId) void this.#resume(subscription, sink, lastEventId)
    else this.#start(subscription, sink, 'welcome')
  }

  remove(sink: Sink): void {
    this.#open.delete(sink)
    this.#resuming.get(sink)?.abort.abort()
    this.#resuming.delete(sink)
  }

  /** Closes the listeners of a deleted dataset. */
  closeDataset(dataset: string): void {
    const resuming = [...this.#resuming].map(([sink, {subscription}]) => [sink, subscription] as const)
    for (const [sink, subscription] of [...this.#open, ...resuming])
      if (subscription.dataset === dataset) this.#closeSink(sink)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const sink of [...this.#open.keys(), ...this.#resuming.keys()]) this.#closeSink(sink)
  }

  /**
   * Filters run in this thread, so all of them share a time limit. The listener that uses it up is told and
   * closed, as is one whose filter can't be evaluated. The others continue.
   */
  #notify(commit: Commit) {
    const pending = [...this.#open].filter(([, {dataset}]) => dataset === commit.dataset)
    let limit = filterLimitMs + commit.changes.length
    while (pending.length > 0) {
      const delivered: {sink: Sink; texts: string[]}[] = []
      let started = 0
      let failure: unknown
      try {
        withTimeLimit(limit, () => {
          for (const [sink, subscription] of pending.slice(delivered.length)) {
            started = cpuTimeMs()
            const events = subscription.eventsFor(commit, matchedChanges(subscription, commit))
            delivered.push({sink, texts: Array.from(events, ({text}) => text)})
          }
        })
      } catch (error) {
        failure = error
      }
      for (const {sink, texts} of delivered) this.#send(sink, texts)
      const [failed] = pending.splice(0, delivered.length + 1).slice(delivered.length)
      if (!failed) return
      // The time limit was reached shortly after this filter started: the earlier filters used it up
      // together. Try it again.
      if (failure instanceof TimeLimitError && cpuTimeMs() - started < limit / 2) pending.unshift(failed)
      else this.#closeWithError(failed[0], failure)
      // Halving the limit keeps the total below half a second, however many filters are slow.
      limit = Math.max(limit / 2, minFilterLimitMs)
    }
  }

  /** A sink may have been closed meanwhile: the client left, or had too much unread data. */
  #send(sink: Sink, texts: string[]) {
    try {
      for (const text of texts) sink.send(text)
    } catch {
      this.remove(sink)
    }
  }

  #closeWithError(sink: Sink, error: unknown) {
    const message = error instanceof Error ? error.message : String(error)
    this.#send(sink, [
      serverSentEvent('channelError', {message: `The filter can't be evaluated: ${message}`}),
    ])
    this.#closeSink(sink)
  }

  #closeSink(sink: Sink) {
    this.remove(sink)
    sink.close()
  }

  /** Adds the listener. It receives every commit from now on. */
  #start(subscription: Subscription, sink: Sink, greeting: string, missed?: string[]) {
    const {dataset, greetings} = subscription
    // A resumed listener has the id of its last event already.
    const id = greetings.hasId && !missed ? this.#history.lastId(dataset) : undefined
    this.#resuming.delete(sink)
    this.#open.set(sink, subscription)
    this.#send(sink, [serverSentEvent(greeting, {listenerName: randomUUID()}, id), ...(missed ?? [])])
  }

  async #resume(subscription: Subscription, sink: Sink, lastEventId: string) {
    const abort = new AbortController()
    const {signal} = abort
    this.#resuming.set(sink, {subscription, abort})
    const {resumed, reset} = subscription.greetings
    const onCaughtUp = (missed: string[] | undefined) =>
      this.#start(subscription, sink, missed ? resumed : reset, missed)
    try {
      await this.#resumeSemaphore(async () => {
        if (!signal.aborted)
          await replayMissed(this.#history, subscription, lastEventId, {signal, onCaughtUp})
      })
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof TooManyResumingError) onCaughtUp(undefined)
      else this.#closeWithError(sink, error)
    }
  }
}

class TooManyResumingError extends Error {}
