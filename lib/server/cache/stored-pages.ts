let next = Promise.withResolvers<void>()

/** For the cache handler: Next's cache has a page that it did not have, of any path. */
export function announceStoredPage() {
  next.resolve()
  next = Promise.withResolvers()
}

/** Resolves at the next announcement. */
export const nextStoredPage = (): Promise<void> => next.promise
