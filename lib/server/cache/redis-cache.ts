import {deserialize, serialize} from 'node:v8'
import {gunzipSync, gzipSync} from 'node:zlib'
import {createClient, RESP_TYPES} from '@redis/client'
import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {clock} from '../clock.ts'
import {logError, logInfo} from '../observability/log.ts'
import {responseCache} from '../response-cache/response-cache.ts'
import {readBuildId} from './build.ts'
import {correctedStaleTime} from './revalidated-tags.ts'

/** Other programs may use the same Redis. */
const PREFIX = 'simi-networks'
/**
 * Sorted set of stale tags, and the channel for new ones. Servers of all builds share it, so the name must
 * not change.
 */
const STALE_TAGS = `${PREFIX}:marks`
/** Expiry of pages and tags. A page without a request for a month renders on its next request. */
const EXPIRY_SECONDS = 30 * 24 * 3600
const EXPIRY_MS = EXPIRY_SECONDS * 1000
/** A visitor waits this long for Redis and then gets the entry of this server. */
const TIMEOUT_MS = 250
/** After a timeout, Redis gets no read for this long. */
const COOLDOWN_MS = 5_000
const ONE_YEAR_MS = 365 * 24 * 3600 * 1000

/** `timestamp` by this server's clock, in milliseconds since 1970. */
export type RedisEntry = {timestamp: number; value: object}

const withTimeout = <Answer>(answer: Promise<Answer>, timeoutMs: number) =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs).unref()
    }),
  ])

/**
 * What several servers of this site share through Redis or Valkey: which tags are stale since when, and
 * rendered pages. Each server keeps its own cache and takes a page from Redis when that one is newer. So a
 * slow, empty or unreachable Redis costs no visitor a page.
 *
 * Tags are shared by all builds, because a publish affects all of them. Pages belong to one build, because
 * their HTML names the build's files. Times in Redis are by the clock of Redis, because the clocks of the
 * servers may differ.
 */
export class RedisCache {
  readonly #client
  readonly #subscriber
  readonly #pages = `${PREFIX}:page:${readBuildId()}:`
  /** Stale tags that are not in Redis yet, and since when, by this server's clock. */
  readonly #unsent = new Map<string, number>()
  /** The clock of Redis minus this server's clock. */
  #clockOffset = 0
  #cooldownEnds = 0
  #isLost = false

  constructor(url: string) {
    this.#client = createClient({
      url,
      disableOfflineQueue: true,
      pingInterval: 10_000,
      socket: {connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(2_000, 50 * 2 ** tries)},
    })
    this.#subscriber = this.#client.duplicate()
    for (const client of [this.#client, this.#subscriber]) {
      client.on('error', (error: unknown) => this.#logLoss(error))
      client.on('ready', () => void this.#synchronize())
    }
    void this.#client.connect().catch(() => {})
    void this.#subscriber
      .connect()
      .then(() =>
        this.#subscriber.subscribe(STALE_TAGS, (message) => {
          const {at, tags} = JSON.parse(message)
          for (const tag of tags) this.#setStale(tag, at, {isLive: true})
        }),
      )
      .catch((error: unknown) => this.#logLoss(error))
  }

  /** Tells the other servers that these tags are stale from now on. Waits for a connection if needed. */
  revalidateTags(tags: string[]) {
    for (const tag of tags) this.#unsent.set(tag, clock.now())
    void this.#send()
  }

  async get(key: string): Promise<RedisEntry | undefined> {
    if (!this.#client.isReady || clock.now() < this.#cooldownEnds) return undefined
    try {
      const bytes = await withTimeout(
        this.#client.withTypeMapping({[RESP_TYPES.BLOB_STRING]: Buffer}).get(this.#pages + key),
        TIMEOUT_MS,
      )
      if (!bytes) return undefined
      const stored: RedisEntry = deserialize(gunzipSync(bytes))
      const timestamp = stored.timestamp - this.#clockOffset
      // The clock of Redis was set back. The page would seem newer than any publish.
      return timestamp > clock.now() ? undefined : {timestamp, value: stored.value}
    } catch (error) {
      this.#cooldownEnds = clock.now() + COOLDOWN_MS
      logError('Redis did not answer; this server uses its own cache', error, {key})
      return undefined
    }
  }

  /** Never throws: the page is in this server's own cache anyway. */
  async set(key: string, {timestamp, value}: RedisEntry) {
    if (!this.#client.isReady) return
    const stored: RedisEntry = {timestamp: timestamp + this.#clockOffset, value}
    const bytes = gzipSync(serialize(stored))
    await this.#client
      .set(this.#pages + key, bytes, {expiration: {type: 'EX', value: EXPIRY_SECONDS}})
      .catch((error: unknown) => logError('Redis did not store a page', error, {key}))
  }

  async delete(key: string) {
    if (this.#client.isReady) await this.#client.del(this.#pages + key).catch(() => {})
  }

  /** `at` by the clock of Redis. `isLive`: the message came when it was sent, not from the stored set. */
  #setStale(tag: string, at: number, {isLive}: {isLive: boolean}) {
    const stale = correctedStaleTime(at - this.#clockOffset, {isLive})
    const known = tagsManifest.get(tag)
    if ((known?.stale ?? 0) >= stale) return
    tagsManifest.set(tag, {...known, stale, expired: stale + ONE_YEAR_MS})
    responseCache.clear()
  }

  async #send() {
    if (!this.#client.isReady || this.#unsent.size === 0) return
    const sent = [...this.#unsent]
    try {
      await this.#client.zAdd(
        STALE_TAGS,
        sent.map(([value, at]) => ({value, score: at + this.#clockOffset})),
        {comparison: 'GT'},
      )
      const latest = Math.max(...sent.map(([, at]) => at))
      const message = {at: latest + this.#clockOffset, tags: sent.map(([tag]) => tag)}
      await this.#client.publish(STALE_TAGS, JSON.stringify(message))
      for (const [tag, at] of sent) if (this.#unsent.get(tag) === at) this.#unsent.delete(tag)
    } catch (error) {
      this.#logLoss(error)
    }
  }

  /**
   * Runs after each connection: compares the clocks, reads the tags of the other servers, sends the unsent
   * ones.
   */
  async #synchronize() {
    if (!this.#client.isReady) return
    try {
      const requestedAt = clock.now()
      const [seconds, microseconds] = await this.#client.time()
      const redisTime = Number(seconds) * 1000 + Number(microseconds) / 1000
      this.#clockOffset = redisTime - (requestedAt + clock.now()) / 2
      await this.#client.zRemRangeByScore(STALE_TAGS, 0, redisTime - EXPIRY_MS)
      for (const {value, score} of await this.#client.zRangeWithScores(STALE_TAGS, 0, -1))
        this.#setStale(value, score, {isLive: false})
      await this.#send()
      this.#cooldownEnds = 0
      if (this.#isLost) logInfo('Redis is connected again')
      this.#isLost = false
    } catch (error) {
      this.#logLoss(error)
    }
  }

  #logLoss(error: unknown) {
    if (!this.#isLost) logError('Redis is unreachable; this server uses its own cache', error)
    this.#isLost = true
  }
}
