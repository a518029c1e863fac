import {randomUUID} from 'node:crypto'
import type {History} from '../store/history.ts'
import type {Commit} from '../store/store.ts'
import {processorTime, TimeLimitError, withinTime} from '../time-limit.ts'
import type {Writer} from '../write/writer.ts'
import {type Subscription, serverSentEvent} from './subscription.ts'

/** Where a stream's text goes: an HTTP answer or a WebSocket. */
export type Sink = {send(text: string): void; close(): void}

const keepAliveMs = 15_000

/** Beyond this many missed transactions a listener starts over: reading afresh costs it less. */
const resumeLimit = 500

/** How long the filters of all listeners may take over one commit; a large one adds 1 ms a document. */
const filterLimitMs = 100
const leastLimitMs = 5
const resumeLimitMs = 500

/**
 * Every open listener. Events are sent in commit order; a listener that asks to resume gets what it
 * missed, without a gap or a repeat, or an honest `reset`.
 */
export class Listeners {
  readonly #history: History
  readonly #open = new Map<Sink, Subscription>()
  readonly #heartbeat: NodeJS.Timeout

  constructor(writer: Writer, history: History) {
    this.#history = history
    writer.commits.on('commit', (commit) => this.#tell(commit))
    // One timer for all: a comment keeps proxies and browsers from giving up on a quiet stream.
    this.#heartbeat = setInterval(() => {
      for (const sink of this.#open.keys()) this.#send(sink, [':\n\n'])
    }, keepAliveMs)
    this.#heartbeat.unref()
  }

  /** @param lastEventId of the last event that arrived, when this connection takes up an earlier one. */
  open(subscription: Subscription, sink: Sink, lastEventId: string | undefined): void {
    const greeting = this.#greeting(subscription, lastEventId)
    this.#open.set(sink, subscription)
    this.#send(sink, greeting)
  }

  forget(sink: Sink): void {
    this.#open.delete(sink)
  }

  /** Its listeners have nothing left to hear. */
  closeDataset(dataset: string): void {
    for (const [sink, subscription] of [...this.#open]) {
      if (subscription.dataset === dataset) sink.close()
    }
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const sink of this.#open.keys()) sink.close()
    this.#open.clear()
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
            told.push({sink, texts: subscription.eventsOf(commit).map(({text}) => text)})
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
      this.#open.delete(sink)
    }
  }

  #refuse(sink: Sink, error: unknown) {
    const message = error instanceof Error ? error.message : String(error)
    this.#send(sink, [
      serverSentEvent('channelError', {message: `The filter can't be evaluated: ${message}`}),
    ])
    sink.close()
    this.#open.delete(sink)
  }

  #greeting(subscription: Subscription, lastEventId: string | undefined): string[] {
    const listenerName = randomUUID()
    const {dataset, enableResume, greetings} = subscription
    const id = greetings.haveIds ? this.#history.lastId(dataset) : undefined
    if (!enableResume || !lastEventId) return [serverSentEvent('welcome', {listenerName}, id)]
    const missed = this.#missed(subscription, lastEventId)
    if (!missed) return [serverSentEvent(greetings.lost, {listenerName}, id)]
    return [serverSentEvent(greetings.back, {listenerName}), ...missed]
  }

  /** Events after `lastEventId`, or undefined when it is unknown or too long ago. */
  #missed(subscription: Subscription, lastEventId: string): string[] | undefined {
    const [transactionId = '', documentId] = lastEventId.split('#')
    const seq = this.#history.seqOf(subscription.dataset, transactionId)
    if (seq === undefined) return undefined
    // Of a transaction that is named alone, all has been heard; else what comes after its event for one document.
    const from = documentId === undefined ? seq : seq - 1
    const seqs = this.#history.seqsAfter(subscription.dataset, from, resumeLimit)
    if (seqs.length === resumeLimit) return undefined
    const commits = seqs.flatMap((number) => this.#history.commit(number) ?? [])
    const events = eventsWithin(resumeLimitMs, subscription, commits)
    if (!events) return undefined
    if (documentId === undefined) return events.map(({text}) => text)
    const last = events.findIndex(({id}) => id === lastEventId)
    return last < 0 ? undefined : events.slice(last + 1).map(({text}) => text)
  }
}

/** The events of several commits; undefined where the filter takes too long over them. */
function eventsWithin(milliseconds: number, subscription: Subscription, commits: Commit[]) {
  try {
    return withinTime(milliseconds, () => commits.flatMap((commit) => subscription.eventsOf(commit)))
  } catch (error) {
    if (error instanceof TimeLimitError) return undefined
    throw error
  }
}
