import {LRUCache} from 'lru-cache'
import {clock} from '../clock.ts'
import {metrics} from '../observability/metrics.ts'
import type {CachedResponse} from './cached-response.ts'

/** Bounds the memory. */
const MAX_BYTES = 64 * 1024 * 1024
/** A limit for what no publish reports, for example Next's revalidate interval. */
const MAX_AGE_MS = 10_000

/**
 * After a publish the webhook's queue renders the pages of the document (sanity/server/revalidate). Until then, and
 * no longer than this, visitors get the responses from before: rendering has the processor to itself. Cost: a page
 * that is not in the queue stays old for this time.
 */
const GRACE_MS = 1_000

type Stored = {response: CachedResponse; outdatedAt?: number}

/**
 * Finished responses, by path. It knows nothing of tags or languages: every publish makes all of them outdated.
 * Next's own cache still has the pages, so the next request of each costs one cache hit there.
 */
export class ResponseCache {
  readonly #responses
  #generation = 0
  #publishedAt = Number.NEGATIVE_INFINITY

  constructor({maxBytes = MAX_BYTES, maxAgeMs = MAX_AGE_MS} = {}) {
    this.#responses = new LRUCache<string, Stored>({
      maxSize: maxBytes,
      sizeCalculation: ({response}) => response.maxBytes,
      ttl: maxAgeMs,
    })
  }

  get(path: string): CachedResponse | undefined {
    const {response, outdatedAt = Number.POSITIVE_INFINITY} = this.#responses.get(path) ?? {}
    if (clock.now() - outdatedAt < GRACE_MS) return response
    this.delete(path)
    return undefined
  }

  /** Pass it to `set`. A response that was begun before a publish is not stored after it. */
  get generation(): number {
    return this.#generation
  }

  /** Whether the webhook's queue may still have a page to render. */
  get isJustPublished(): boolean {
    return clock.now() - this.#publishedAt < GRACE_MS
  }

  set(path: string, response: CachedResponse, generation: number) {
    if (generation !== this.#generation) return
    this.#responses.set(path, {response})
    metrics.responseCacheBytes = this.#responses.calculatedSize
  }

  /** A page that Next or the webhook's queue is rendering again since the latest publish. */
  setOutdated(path: string, response: CachedResponse) {
    this.#responses.set(path, {response, outdatedAt: this.#publishedAt})
  }

  /** For a publish on this server. It does not matter which pages it changes: Next's cache knows. */
  outdate() {
    this.#generation++
    this.#publishedAt = clock.now()
    for (const stored of this.#responses.values()) stored.outdatedAt ??= this.#publishedAt
  }

  /** For a page that was rendered again. */
  delete(path: string) {
    this.#responses.delete(path)
    metrics.responseCacheBytes = this.#responses.calculatedSize
  }

  /** For a publish on another server, which renders its pages. */
  clear() {
    this.#generation++
    this.#responses.clear()
    metrics.responseCacheBytes = 0
  }
}

/** One for each process: Next's cache handler tells it of a publish, the HTTP server reads it. */
export const responseCache = new ResponseCache()
