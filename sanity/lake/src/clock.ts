/** What tells the time and rings. Tests put in one that they move by hand. */
export type Clock = {
  /** Milliseconds since 1970, by the machine's clock when this process started and evenly since: see below. */
  now(): number
  /** @returns what calls it off. */
  after(milliseconds: number, work: () => void): () => void
}

/**
 * For ages, delays and limits. The machine's own clock steps (set by hand, by NTP, after a suspend): a minute back, and
 * what was to be tried again in a second would be tried in 61. So this one takes its start from it and then counts by
 * itself. It costs that it differs from the machine's after a step, until the next start: dates that people read are
 * `new Date()`.
 */
export const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds).unref()
    return () => clearTimeout(timer)
  },
}
