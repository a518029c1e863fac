import {setImmediate as nextTurn} from 'node:timers/promises'

/** Work in this thread goes on for so long before others are let in. A request takes a few turns, so it waits a few slices. */
const sliceMs = 5

export type Pause = () => Promise<void>

let last: Promise<unknown> = Promise.resolve()

/**
 * For work that may take long in this thread: `await pause()` after each step lets others in once a slice is over.
 * Each turn of the event loop has one slice, however much such work is under way: together they hold up a request no
 * longer than one alone. The first call always waits for its turn.
 * @param signal ends the work: the call that waits then throws.
 */
export function slices(signal?: AbortSignal): Pause {
  let began = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - began < sliceMs) return
    last = last.then(() => nextTurn())
    await last
    signal?.throwIfAborted()
    began = performance.now()
  }
}
