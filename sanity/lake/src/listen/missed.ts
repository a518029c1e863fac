import {slices} from '../slices.ts'
import type {History} from '../store/history.ts'
import {Replay} from '../store/replay.ts'
import type {Commit} from '../store/store.ts'
import {processorTime, TimeLimitError, withinTime} from '../time-limit.ts'
import type {Heard, Subscription} from './subscription.ts'

/** Beyond any of these a listener starts over: reading afresh costs it less, and others too. */
const limits = {
  transactions: 500,
  changes: 2000,
  /** Of what the log holds of these transactions. */
  bytes: 4 * 1024 * 1024,
  /** Bytes of the events. Less than may pile up for a reader before it is cut off: else it would come back for ever. */
  text: 6 * 1024 * 1024,
  /** For the filter: over all that was missed, and over one change, which can't be interrupted. */
  filterMs: 500,
  filterMsOfOne: 20,
}

type Resumption = {
  /** Aborted when the listener has gone. */
  signal: AbortSignal
  /**
   * Called once, with the events after `lastEventId`, or undefined when they can't be told. What is committed later
   * is not among them: the listener must hear of that from this very moment on.
   */
  caughtUp(missed: string[] | undefined): void
}

/** Plays back what a listener has missed, in slices. @throws what its filter throws. */
export async function replayMissed(
  history: History,
  subscription: Subscription,
  lastEventId: string,
  {signal, caughtUp}: Resumption,
): Promise<void> {
  const pause = slices(signal)
  await pause()
  const [transactionId = '', documentId] = lastEventId.split('#')
  const {dataset} = subscription
  const first = history.seqOf(dataset, transactionId)
  if (first === undefined) return caughtUp(undefined)
  // Of a transaction that is named alone, all has been heard; else what comes after its event for one document.
  let isPast = documentId === undefined
  let last = isPast ? first : first - 1
  if (history.seqsAfter(dataset, last, limits.transactions).length === limits.transactions)
    return caughtUp(undefined)

  const replay = new Replay(history, pause)
  const budget = {...limits}
  const missed: string[] = []
  for (;;) {
    const [seq] = history.seqsAfter(dataset, last, 1)
    if (seq === undefined) return caughtUp(isPast ? missed : undefined)
    last = seq
    const {changes, bytes} = history.weightOf(seq, limits.changes)
    budget.transactions -= 1
    budget.changes -= changes
    budget.bytes -= bytes
    if (budget.transactions <= 0 || budget.changes <= 0 || budget.bytes < 0) return caughtUp(undefined)
    const commit = await replay.commit(seq)
    const heard = commit && (await heardInSlices(subscription, commit, budget, pause))
    if (!heard) return caughtUp(undefined)
    for (const {id, text} of subscription.eventsOf(commit, heard)) {
      if (isPast) {
        missed.push(text)
        budget.text -= Buffer.byteLength(text)
        if (budget.text < 0) return caughtUp(undefined)
      }
      isPast ||= id === lastEventId
      await pause()
    }
  }
}

/** @returns undefined when the filter takes too long. */
async function heardInSlices(
  subscription: Subscription,
  {changes}: Commit,
  budget: {filterMs: number},
  pause: () => Promise<void>,
): Promise<Heard[] | undefined> {
  const heard: Heard[] = []
  for (const change of changes) {
    const began = processorTime()
    try {
      const transition = withinTime(limits.filterMsOfOne, () => subscription.hears(change))
      if (transition) heard.push({change, transition})
    } catch (error) {
      if (error instanceof TimeLimitError) return undefined
      throw error
    }
    budget.filterMs -= processorTime() - began
    if (budget.filterMs < 0) return undefined
    await pause()
  }
  return heard
}
