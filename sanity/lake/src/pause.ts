import {setImmediate as nextEventLoopTurn} from 'node:timers/promises'

/**
 * How long work may block the event loop. A request needs a few turns of the loop, so it waits a few slices.
 */
const sliceMs = 5

export type Pause = () => Promise<void>

let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * For long work in the thread that serves requests. `await pause()` after each step yields to the event loop
 * once a slice is over. Each turn of the loop has one slice, however many tasks there are, so many tasks
 * delay a request no longer than one. The first call always waits for a turn.
 * @param signal stops the work: the waiting call throws.
 */
export function createPause(signal?: AbortSignal): Pause {
  let sliceStart = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - sliceStart < sliceMs) return
    lastTurn = lastTurn.then(() => nextEventLoopTurn())
    await lastTurn
    signal?.throwIfAborted()
    sliceStart = performance.now()
  }
}
