import {LRUCache} from 'lru-cache'
import {clock} from '../clock.ts'
import {metrics} from '../observability/metrics.ts'
import type {CachedResponse} from './cached-response.ts'

/** Bounds the memory. */
const MAX_BYTES = 64 * 1024 * 1024
/** A limit for what no publish reports, for example Next's revalidate interval. */
const MAX_AGE_MS = 10_000

/**
 * Finished responses, by path. It knows nothing of tags or languages: every publish drops all of them.
 * Next's own cache still has the pages, so the next request of each costs one cache hit there.
 */
export class ResponseCache {
  readonly #responses
  #generation = 0
  #clearedAt = 0

  constructor({maxBytes = MAX_BYTES, maxAgeMs = MAX_AGE_MS} = {}) {
    this.#responses = new LRUCache<string, CachedResponse>({
      maxSize: maxBytes,
      sizeCalculation: (response) => response.maxBytes,
      ttl: maxAgeMs,
    })
  }

  get(path: string): CachedResponse | undefined {
    return this.#responses.get(path)
  }

  /** Pass it to `set`. A response that was begun before a publish is not stored after it. */
  get generation(): number {
    return this.#generation
  }

  /** Time since the latest publish. */
  get msSinceClear(): number {
    return clock.now() - this.#clearedAt
  }

  set(path: string, response: CachedResponse, generation: number) {
    if (generation !== this.#generation) return
    this.#responses.set(path, response)
    metrics.responseCacheBytes = this.#responses.calculatedSize
  }

  /** For a publish. It does not matter which pages it changes: Next's cache knows. */
  clear() {
    this.#generation++
    this.#clearedAt = clock.now()
    this.#responses.clear()
    metrics.responseCacheBytes = 0
  }
}

/** One for each process: Next's cache handler clears it, the HTTP server reads it. */
export const responseCache = new ResponseCache()
