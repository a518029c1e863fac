import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {gunzipSync, gzipSync} from 'node:zlib'
import {createClient, RESP_TYPES} from '@redis/client'
import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {clock} from '../clock.ts'
import {logError, logInfo} from '../observability/log.ts'
import {markedAt} from './marks.ts'

/** Beside everything else that may live in that Redis. */
const PREFIX = 'simi-networks'
const MARKS = `${PREFIX}:marks`
/** A page nobody has asked for in a month is made when somebody does. */
const KEPT_SECONDS = 30 * 24 * 3600
const KEPT_MS = KEPT_SECONDS * 1000
/** A visitor waits for Redis this long and then gets what this server has; it is not asked again for a while. */
const TIMEOUT_MS = 250
const COOLDOWN_MS = 5_000
const ONE_YEAR_MS = 365 * 24 * 3600 * 1000

/** `madeAt` by this server's clock, in milliseconds since 1970. */
export type RedisEntry = {madeAt: number; value: object}

const within = <Answer>(answer: Promise<Answer>, patienceMs: number) =>
  Promise.race([
    answer,
    new Promise<never>((_, late) => {
      setTimeout(() => late(new Error(`No answer within ${patienceMs} ms`)), patienceMs).unref()
    }),
  ])

const buildId = () => readFileSync(join('.next', 'BUILD_ID'), 'utf8')

/**
 * What several servers of this site tell each other through Redis or Valkey: which tags a publish has marked as stale, and
 * pages one of them has made. Each server keeps its own cache as ever and asks here only where that has nothing, or nothing
 * recent; so a Redis that is slow, empty or gone costs no visitor a page.
 *
 * Marks outlive builds, because a publish concerns them all. Pages are of one build, because their HTML names its files.
 * Times in Redis are by its clock: those of the servers may differ.
 */
export class RedisCache {
  readonly #client
  readonly #subscriber
  readonly #pages = `${PREFIX}:page:${buildId()}:`
  /** Marks that Redis has not taken yet, by this server's clock. */
  readonly #unsent = new Map<string, number>()
  /** What to add to this server's clock to get that of Redis. */
  #ahead = 0
  #restUntil = 0
  #lost = false

  constructor(url: string) {
    this.#client = createClient({
      url,
      disableOfflineQueue: true,
      pingInterval: 10_000,
      socket: {connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(2_000, 50 * 2 ** tries)},
    })
    this.#subscriber = this.#client.duplicate()
    for (const client of [this.#client, this.#subscriber]) {
      client.on('error', (error: unknown) => this.#noteLoss(error))
      client.on('ready', () => void this.#catchUp())
    }
    void this.#client.connect().catch(() => {})
    void this.#subscriber
      .connect()
      .then(() =>
        this.#subscriber.subscribe(MARKS, (message) => {
          const {at, tags} = JSON.parse(message)
          for (const tag of tags) this.#mark(tag, at, true)
        }),
      )
      .catch((error: unknown) => this.#noteLoss(error))
  }

  /** Tells the others that what shows these tags has become stale now; later, when Redis is out of reach. */
  mark(tags: string[]) {
    for (const tag of tags) this.#unsent.set(tag, clock.now())
    void this.#send()
  }

  async get(key: string): Promise<RedisEntry | undefined> {
    if (!this.#client.isReady || clock.now() < this.#restUntil) return undefined
    try {
      const bytes = await within(
        this.#client.withTypeMapping({[RESP_TYPES.BLOB_STRING]: Buffer}).get(this.#pages + key),
        TIMEOUT_MS,
      )
      if (!bytes) return undefined
      const {madeAt, value}: RedisEntry = deserialize(gunzipSync(bytes))
      const made = madeAt - this.#ahead
      // Redis's clock was set back since: newer than any publish this page would seem.
      return made > clock.now() ? undefined : {madeAt: made, value}
    } catch (error) {
      this.#restUntil = clock.now() + COOLDOWN_MS
      logError('The shared cache did not answer; this server goes on with its own', error, {key})
      return undefined
    }
  }

  /** Never throws: what Redis does not take is in this server's own cache. */
  async set(key: string, {madeAt, value}: RedisEntry) {
    if (!this.#client.isReady) return
    const bytes = gzipSync(serialize({madeAt: madeAt + this.#ahead, value} satisfies RedisEntry))
    await this.#client
      .set(this.#pages + key, bytes, {expiration: {type: 'EX', value: KEPT_SECONDS}})
      .catch((error: unknown) => logError('The shared cache did not take a page', error, {key}))
  }

  async drop(key: string) {
    if (this.#client.isReady) await this.#client.del(this.#pages + key).catch(() => {})
  }

  /** `at` by the clock of Redis. */
  #mark(tag: string, at: number, isNews: boolean) {
    const stale = markedAt(at - this.#ahead, {isNews})
    const known = tagsManifest.get(tag)
    if ((known?.stale ?? 0) >= stale) return
    tagsManifest.set(tag, {...known, stale, expired: stale + ONE_YEAR_MS})
  }

  async #send() {
    if (!this.#client.isReady || this.#unsent.size === 0) return
    const sent = [...this.#unsent]
    try {
      await this.#client.zAdd(
        MARKS,
        sent.map(([value, at]) => ({value, score: at + this.#ahead})),
        {comparison: 'GT'},
      )
      const latest = Math.max(...sent.map(([, at]) => at))
      const message = {at: latest + this.#ahead, tags: sent.map(([tag]) => tag)}
      await this.#client.publish(MARKS, JSON.stringify(message))
      for (const [tag, at] of sent) if (this.#unsent.get(tag) === at) this.#unsent.delete(tag)
    } catch (error) {
      this.#noteLoss(error)
    }
  }

  /** After each connection: what was published meanwhile, here and elsewhere. */
  async #catchUp() {
    if (!this.#client.isReady) return
    try {
      const asked = clock.now()
      const [seconds, microseconds] = await this.#client.time()
      const redisTime = Number(seconds) * 1000 + Number(microseconds) / 1000
      this.#ahead = redisTime - (asked + clock.now()) / 2
      await this.#client.zRemRangeByScore(MARKS, 0, redisTime - KEPT_MS)
      for (const {value, score} of await this.#client.zRangeWithScores(MARKS, 0, -1))
        this.#mark(value, score, false)
      await this.#send()
      this.#restUntil = 0
      if (this.#lost) logInfo('The shared cache is back')
      this.#lost = false
    } catch (error) {
      this.#noteLoss(error)
    }
  }

  #noteLoss(error: unknown) {
    if (!this.#lost) logError('The shared cache is out of reach; this server goes on with its own', error)
    this.#lost = true
  }
}
