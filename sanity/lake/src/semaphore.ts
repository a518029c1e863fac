export type Semaphore = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Runs at most `limit` tasks at once and queues at most `maxQueued`. A task beyond that is refused with
 * `overflowError`.
 */
export function createSemaphore(limit: number, maxQueued: number, overflowError: () => Error): Semaphore {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= limit) {
      if (queue.length >= maxQueued) throw overflowError()
      // The task that ends hands over its slot, so `running` stays unchanged.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
