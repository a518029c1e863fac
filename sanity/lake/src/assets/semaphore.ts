export type Semaphore = <T>(work: () => Promise<T>) => Promise<T>

/** Lets `atOnce` pieces of work run and `waiting` wait; what comes on top is refused rather than piled up. */
export function createSemaphore(atOnce: number, waiting: number, refuse: () => Error): Semaphore {
  const queue: (() => void)[] = []
  let busy = 0
  return async (work) => {
    if (busy >= atOnce) {
      if (queue.length >= waiting) throw refuse()
      // Its place is handed over by the one that ends: `busy` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else busy += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else busy -= 1
    }
  }
}
