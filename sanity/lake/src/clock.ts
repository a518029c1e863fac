/** A clock with timers. Tests replace it with one that they move by hand. */
export type Clock = {
  /** Milliseconds since 1970, counted evenly from the time at which this process started. */
  now(): number
  /** Calls `callback` after a delay. @returns a function that cancels it. */
  after(milliseconds: number, callback: () => void): () => void
}

/**
 * For ages, delays and limits. The system clock can jump: set by hand, by NTP, or after a suspend. After a
 * jump of a minute backwards, a retry due in one second would run after 61. This clock reads the system clock
 * once, at the start, and then counts by itself. The cost: after a jump it differs from the system clock
 * until the next start. Dates that people read use `new Date()`.
 */
export const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds).unref()
    return () => clearTimeout(timer)
  },
}

/** The time of the machine, for moments that people chose: a timer that is set for noon runs at noon. */
export const systemClock: Clock = {...steadyClock, now: () => Date.now()}
