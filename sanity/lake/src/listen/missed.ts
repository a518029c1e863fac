import {createPause} from '../pause.ts'
import type {History} from '../store/history.ts'
import {Replay} from '../store/replay.ts'
import type {Commit} from '../store/store.ts'
import {cpuTimeMs, TimeLimitError, withTimeLimit} from '../time-limit.ts'
import type {MatchedChange, Subscription} from './subscription.ts'

/**
 * Beyond any of these limits the listener gets `reset`: reading the documents again costs it less, and other
 * requests too.
 */
const limits = {
  transactions: 500,
  changes: 2000,
  /** Size of these transactions in the log. */
  logBytes: 4 * 1024 * 1024,
  /**
   * Size of the events. Less than the unread data at which a client is disconnected: otherwise it would
   * reconnect for ever.
   */
  eventBytes: 6 * 1024 * 1024,
  /** CPU time of the filter: over all changes, and over one change, which can't be interrupted otherwise. */
  filterMs: 500,
  filterMsPerChange: 20,
}

type Resumption = {
  /** Aborted when the client has disconnected. */
  signal: AbortSignal
  /**
   * Called once, with the events after `lastEventId`, or undefined when they are unknown. Later commits are
   * not included: the listener must receive them from this moment on.
   */
  onCaughtUp(missed: string[] | undefined): void
}

/** Replays the events that a listener missed, in slices. @throws the errors of its filter. */
export async function replayMissed(
  history: History,
  subscription: Subscription,
  lastEventId: string,
  {signal, onCaughtUp}: Resumption,
): Promise<void> {
  const pause = createPause(signal)
  await pause()
  const [transactionId = '', documentId] = lastEventId.split('#')
  const {dataset} = subscription
  const first = history.seqOf(dataset, transactionId)
  if (first === undefined) return onCaughtUp(undefined)
  // An id without a document means that the whole transaction was received. Otherwise continue after the
  // event of that document.
  let isAfterLastEvent = documentId === undefined
  let last = isAfterLastEvent ? first : first - 1
  if (history.seqsAfter(dataset, last, limits.transactions).length === limits.transactions)
    return onCaughtUp(undefined)

  const replay = new Replay(history, pause)
  const budget = {...limits}
  const missed: string[] = []
  for (;;) {
    const [seq] = history.seqsAfter(dataset, last, 1)
    if (seq === undefined) return onCaughtUp(isAfterLastEvent ? missed : undefined)
    last = seq
    const {changes, bytes} = history.sizeOfTransaction(seq, limits.changes)
    budget.transactions -= 1
    budget.changes -= changes
    budget.logBytes -= bytes
    if (budget.transactions <= 0 || budget.changes <= 0 || budget.logBytes < 0) return onCaughtUp(undefined)
    const commit = await replay.commit(seq)
    const matched = commit && (await matchedInSlices(subscription, commit, budget, pause))
    if (!matched) return onCaughtUp(undefined)
    for (const {id, text} of subscription.eventsFor(commit, matched)) {
      if (isAfterLastEvent) {
        missed.push(text)
        budget.eventBytes -= Buffer.byteLength(text)
        if (budget.eventBytes < 0) return onCaughtUp(undefined)
      }
      isAfterLastEvent ||= id === lastEventId
      await pause()
    }
  }
}

/** @returns undefined when the filter takes too long. */
async function matchedInSlices(
  subscription: Subscription,
  {changes}: Commit,
  budget: {filterMs: number},
  pause: () => Promise<void>,
): Promise<MatchedChange[] | undefined> {
  const matched: MatchedChange[] = []
  for (const change of changes) {
    const started = cpuTimeMs()
    try {
      const transition = withTimeLimit(limits.filterMsPerChange, () => subscription.match(change))
      if (transition) matched.push({change, transition})
    } catch (error) {
      if (error instanceof TimeLimitError) return undefined
      throw error
    }
    budget.filterMs -= cpuTimeMs() - started
    if (budget.filterMs < 0) return undefined
    await pause()
  }
  return matched
}
