/** The same numbers for the same seed: a run that found something can be had again. (mulberry32) */
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
    /** A whole number from `least` to `most`, both included. */
    between: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
      return items[Math.floor(next() * items.length)] as T
    },
  }
}

export type Random = ReturnType<typeof createRandom>

/** Middle and worst of some measurements, rounded to a tenth. */
export function summary(values: number[]): {median: number; worst: number} {
  const sorted = values.toSorted((left, right) => left - right)
  const round = (value: number) => Math.round(value * 10) / 10
  return {median: round(sorted[Math.floor(sorted.length / 2)] ?? 0), worst: round(sorted.at(-1) ?? 0)}
}
