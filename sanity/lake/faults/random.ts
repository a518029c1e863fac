/**
 * Pseudo-random numbers (mulberry32). The same seed gives the same numbers, so a finding can be reproduced.
 */
export function createRandom(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    /** An integer from `min` to `max`, both included. */
    between: (min: number, max: number): number => min + Math.floor(next() * (max - min + 1)),
    pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
      return items[Math.floor(next() * items.length)] as T
    },
  }
}

export type Random = ReturnType<typeof createRandom>

/** Median and maximum of some measurements, rounded to a tenth. */
export function summary(values: number[]): {median: number; worst: number} {
  const sorted = values.toSorted((left, right) => left - right)
  const round = (value: number) => Math.round(value * 10) / 10
  return {median: round(sorted[Math.floor(sorted.length / 2)] ?? 0), worst: round(sorted.at(-1) ?? 0)}
}
