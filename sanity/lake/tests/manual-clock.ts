import {expect} from 'vitest'
import type {Clock} from '../src/clock.ts'

type Ring = {at: number; work: () => void}

/** Stands still until it is moved: what depends on it doesn't depend on how fast the machine is. */
export function manualClock(start = Date.UTC(2026, 0, 1)) {
  let now = start
  const rings = new Set<Ring>()
  const clock: Clock = {
    now: () => now,
    after(milliseconds, work) {
      const ring = {at: now + milliseconds, work}
      rings.add(ring)
      return () => void rings.delete(ring)
    },
  }
  const advance = (milliseconds: number) => {
    now += milliseconds
    for (const ring of [...rings].filter(({at}) => at <= now)) {
      rings.delete(ring)
      ring.work()
    }
  }
  return {
    clock,
    advance,
    /** In how long it will ring, for each thing that is planned. */
    planned: () => [...rings].map(({at}) => at - now),
    /** Waits until only one thing is planned and moves to it. @returns how long that was. */
    async toNext(): Promise<number> {
      await expect.poll(() => rings.size, {message: 'things that are planned'}).toBe(1)
      const [ring] = rings
      const milliseconds = (ring?.at ?? now) - now
      advance(milliseconds)
      return milliseconds
    },
  }
}
