import {expect} from 'vitest'
import type {Clock} from '../src/clock.ts'

type Timer = {at: number; callback: () => void}

/** A clock that only moves by `advance`, so that tests do not depend on the speed of the machine. */
export function manualClock(start = Date.UTC(2026, 0, 1)) {
  let now = start
  const timers = new Set<Timer>()
  const clock: Clock = {
    now: () => now,
    after(milliseconds, callback) {
      const timer = {at: now + milliseconds, callback}
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }
  const advance = (milliseconds: number) => {
    now += milliseconds
    for (const timer of [...timers].filter(({at}) => at <= now)) {
      timers.delete(timer)
      timer.callback()
    }
  }
  return {
    clock,
    advance,
    /** The remaining delays of all timers. */
    delays: () => [...timers].map(({at}) => at - now),
    /** Waits until there is exactly one timer and advances to it. @returns its delay. */
    async advanceToNext(): Promise<number> {
      await expect.poll(() => timers.size, {message: 'timers'}).toBe(1)
      const [timer] = timers
      const milliseconds = (timer?.at ?? now) - now
      advance(milliseconds)
      return milliseconds
    },
  }
}
