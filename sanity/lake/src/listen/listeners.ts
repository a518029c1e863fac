import {randomUUID} from 'node:crypto'
import {createSemaphore} from '../assets/semaphore.ts'
import type {History} from '../store/history.ts'
import type {Commit} from '../store/store.ts'
import {processorTime, TimeLimitError, withinTime} from '../time-limit.ts'
import type {Writer} from '../write/writer.ts'
import {replayMissed} from './missed.ts'
import {heardOf, type Subscription, serverSentEvent} from './subscription.ts'

/** Where a stream's text goes: an HTTP answer or a WebSocket. */
export type Sink = {send(text: string): void; close(): void}

const keepAliveMs = 15_000

/** Listeners that wait to resume; those beyond start over. */
const mostResuming = 100

/** How long the filters of all listeners may take over one commit; a large one adds 1 ms a document. */
const filterLimitMs = 100
const leastLimitMs = 5

/**
 * Every open listener. Events are sent in commit order; a listener that asks to resume gets what it
 * missed, without a gap or a repeat, or an honest `reset`.
 */
export class Listeners {
  readonly #history: History
  readonly #open = new Map<Sink, Subscription>()
  readonly #resuming = new Map<Sink, {subscription: Subscription; abort: AbortController}>()
  /** One after the other: each holds documents in memory while the log is played back. */
  readonly #turns = createSemaphore(1, mostResuming, () => new TooManyError())
  readonly #heartbeat: NodeJS.Timeout

  constructor(writer: Writer, history: History) {
    this.#history = history
    writer.commits.on('commit', (commit) => this.#tell(commit))
    // One timer for all: a comment keeps proxies and browsers from giving up on a quiet stream.
    this.#heartbeat = setInterval(() => {
      for (const sink of [...this.#open.keys(), ...this.#resuming.keys()]) this.#send(sink, [':\n\n'])
    }, keepAliveMs)
    this.#heartbeat.unref()
  }

  /** @param lastEventId of the last event that arrived, when this connection takes up an earlier one. */
  open(subscription: Subscription, sink: Sink, lastEventId: string | undefined): void {
    if (subscription.enableResume && lastEventId) void this.#resume(subscription, sink, lastEventId)
    else this.#begin(subscription, sink, 'welcome')
  }

  forget(sink: Sink): void {
    this.#open.delete(sink)
    this.#resuming.get(sink)?.abort.abort()
    this.#resuming.delete(sink)
  }

  /** Its listeners have nothing left to hear. */
  closeDataset(dataset: string): void {
    const resuming = [...this.#resuming].map(([sink, {subscription}]) => [sink, subscription] as const)
    for (const [sink, subscription] of [...this.#open, ...resuming])
      if (subscription.dataset === dataset) this.#end(sink)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const sink of [...this.#open.keys(), ...this.#resuming.keys()]) this.#end(sink)
  }

  /**
   * Filters run in this thread, so they have a limit, one for all of them. The one that uses it up is told
   * and closed, as is one that can't be evaluated; the others then go on.
   */
  #tell(commit: Commit) {
    const waiting = [...this.#open].filter(([, {dataset}]) => dataset === commit.dataset)
    let limit = filterLimitMs + commit.changes.length
    while (waiting.length > 0) {
      const told: {sink: Sink; texts: string[]}[] = []
      let started = 0
      let failure: unknown
      try {
        withinTime(limit, () => {
          for (const [sink, subscription] of waiting.slice(told.length)) {
            started = processorTime()
            const events = subscription.eventsOf(commit, heardOf(subscription, commit))
            told.push({sink, texts: Array.from(events, ({text}) => text)})
          }
        })
      } catch (error) {
        failure = error
      }
      for (const {sink, texts} of told) this.#send(sink, texts)
      const [slow] = waiting.splice(0, told.length + 1).slice(told.length)
      if (!slow) return
      // The limit struck one that had only just begun: those before it had used it up together.
      if (failure instanceof TimeLimitError && processorTime() - started < limit / 2) waiting.unshift(slow)
      else this.#refuse(slow[0], failure)
      // However many there are, all together hold up the others for less than half a second.
      limit = Math.max(limit / 2, leastLimitMs)
    }
  }

  /** A sink that was closed meanwhile (its reader left, or let too much pile up) takes nothing more. */
  #send(sink: Sink, texts: string[]) {
    try {
      for (const text of texts) sink.send(text)
    } catch {
      this.forget(sink)
    }
  }

  #refuse(sink: Sink, error: unknown) {
    const message = error instanceof Error ? error.message : String(error)
    this.#send(sink, [
      serverSentEvent('channelError', {message: `The filter can't be evaluated: ${message}`}),
    ])
    this.#end(sink)
  }

  #end(sink: Sink) {
    this.forget(sink)
    sink.close()
  }

  /** From here on it hears of every commit. */
  #begin(subscription: Subscription, sink: Sink, greeting: string, missed?: string[]) {
    const {dataset, greetings} = subscription
    // One that has resumed has an id already: its last event's.
    const id = greetings.haveIds && !missed ? this.#history.lastId(dataset) : undefined
    this.#resuming.delete(sink)
    this.#open.set(sink, subscription)
    this.#send(sink, [serverSentEvent(greeting, {listenerName: randomUUID()}, id), ...(missed ?? [])])
  }

  async #resume(subscription: Subscription, sink: Sink, lastEventId: string) {
    const abort = new AbortController()
    const {signal} = abort
    this.#resuming.set(sink, {subscription, abort})
    const {back, lost} = subscription.greetings
    const caughtUp = (missed: string[] | undefined) =>
      this.#begin(subscription, sink, missed ? back : lost, missed)
    try {
      await this.#turns(async () => {
        if (!signal.aborted) await replayMissed(this.#history, subscription, lastEventId, {signal, caughtUp})
      })
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof TooManyError) caughtUp(undefined)
      else this.#refuse(sink, error)
    }
  }
}

class TooManyError extends Error {}
