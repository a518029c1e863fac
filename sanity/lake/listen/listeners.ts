import {randomUUID} from 'node:crypto'
import type {History} from '../store/history.ts'
import type {Commit} from '../store/store.ts'
import type {Writer} from '../write/writer.ts'
import {type Subscription, serverSentEvent} from './subscription.ts'

/** Where a stream's text goes: an HTTP answer or a WebSocket. */
export type Sink = {send(text: string): void; close(): void}

const keepAliveMs = 15_000

/** Beyond this many missed transactions a listener starts over: reading afresh costs it less. */
const resumeLimit = 500

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
      for (const sink of this.#open.keys()) sink.send(':\n\n')
    }, keepAliveMs)
    this.#heartbeat.unref()
  }

  /** @param lastEventId of the last event that arrived, when this connection takes up an earlier one. */
  open(subscription: Subscription, sink: Sink, lastEventId: string | undefined): void {
    for (const text of this.#greeting(subscription, lastEventId)) sink.send(text)
    this.#open.set(sink, subscription)
  }

  forget(sink: Sink): void {
    this.#open.delete(sink)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const sink of this.#open.keys()) sink.close()
    this.#open.clear()
  }

  #tell(commit: Commit) {
    for (const [sink, subscription] of this.#open) {
      if (subscription.dataset !== commit.dataset) continue
      try {
        for (const {text} of subscription.eventsOf(commit)) sink.send(text)
      } catch (error) {
        // A filter that can't be evaluated: the client is told and doesn't come back.
        const message = error instanceof Error ? error.message : String(error)
        sink.send(serverSentEvent('channelError', {message}))
        sink.close()
        this.#open.delete(sink)
      }
    }
  }

  #greeting(subscription: Subscription, lastEventId: string | undefined): string[] {
    const listenerName = randomUUID()
    if (!subscription.enableResume || !lastEventId) return [serverSentEvent('welcome', {listenerName})]
    const missed = this.#missed(subscription, lastEventId)
    if (!missed) return [serverSentEvent('reset', {listenerName})]
    return [serverSentEvent('welcomeback', {listenerName}), ...missed]
  }

  /** Events after `lastEventId`, or undefined when it is unknown or too long ago. */
  #missed(subscription: Subscription, lastEventId: string): string[] | undefined {
    const [transactionId = ''] = lastEventId.split('#')
    const seq = this.#history.seqOf(subscription.dataset, transactionId)
    if (seq === undefined) return undefined
    const seqs = this.#history.seqsAfter(subscription.dataset, seq - 1, resumeLimit)
    if (seqs.length === resumeLimit) return undefined
    const events = seqs.flatMap((number) => {
      const commit = this.#history.commit(number)
      return commit ? subscription.eventsOf(commit) : []
    })
    const last = events.findIndex(({id}) => id === lastEventId)
    return last < 0 ? undefined : events.slice(last + 1).map(({text}) => text)
  }
}
