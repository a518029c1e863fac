/**
 * Next's incremental cache, in memory and on disk, with these differences:
 * - The timestamp of an entry is the start of its request, so that no publish is lost (./entry-timestamp.ts).
 * - A failed revalidation makes no page fresh. Next stores the old value again in that case; it is ignored.
 * - Several servers share pages through Redis, if REDIS_URL is set (./redis-cache.ts).
 * - Requests can't fill the disk: a 404 for a path that never was a page stays in memory, which is bounded.
 * - A full disk loses no page: files are written under temporary names and renamed together (./disk.ts). An
 *   incomplete entry is ignored (./checksum.ts).
 * - A step of the machine's clock loses no publish (../clock.ts).
 *
 * It treats keys as opaque. Cost: this extends an internal class of Next, because there is no public one.
 * Check it at each upgrade of Next (docs/upgrading-next.md).
 */
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import {clock} from '../clock.ts'
import {config, isBuild} from '../config.ts'
import {logError} from '../observability/log.ts'
import {metrics} from '../observability/metrics.ts'
import {responseCache} from '../response-cache/response-cache.ts'
import {isIntact, type Parts, withChecksum} from './checksum.ts'
import {writeAtomically, writeToDisk} from './disk.ts'
import {readTimestamp, withTimestamp} from './entry-timestamp.ts'
import {revalidateTags} from './revalidated-tags.ts'
import {announceStoredPage} from './stored-pages.ts'

type FileSystemCache = InstanceType<typeof fileSystemCache>
type Context = ConstructorParameters<typeof fileSystemCache>[0]
type Get = Parameters<FileSystemCache['get']>
type Set = Parameters<FileSystemCache['set']>
type Entry = NonNullable<Awaited<ReturnType<FileSystemCache['get']>>>
type Value = NonNullable<Set[1]>

// CommonJS imported from an ES module: at run time TypeScript's default export is one level down.
const NextCache: typeof fileSystemCache = Object(fileSystemCache).default ?? fileSystemCache

/** Not in a build: every server has the pages of the build anyway. */
const redisCache =
  config.redisUrl && !isBuild()
    ? new (await import('./redis-cache.ts')).RedisCache(config.redisUrl)
    : undefined

const isNotFound = (value: Entry['value']) =>
  (value?.kind === 'APP_PAGE' || value?.kind === 'APP_ROUTE') && value.status === 404

/** After a failed revalidation Next would try again at every request. This delays the next attempt. */
const RETRY_MS = 10_000
/** When to try again, by key. */
const retryAt = new Map<string, number>()
/** Keys of entries whose files are incomplete. Each is logged once. */
const torn = new Set<string>()
/** Values read from the cache. When Next stores one of them again, the revalidation has failed. */
const readValues = new WeakSet<object>()

export default class CacheHandler extends NextCache {
  /**
   * Request start minus 1 ms, so that a tag revalidated in the same millisecond wins. Next constructs a
   * handler for each request, before it reads any content.
   */
  readonly #timestamp = clock.now() - 1
  readonly #context: Context

  /** Next's own class only reads from disk: #store writes. */
  constructor(context: Context) {
    super({...context, flushToDisk: false})
    this.#context = context
  }

  override async get(...request: Get) {
    const [key, {kind}] = request
    let entry = await this.#read(...request)
    if (kind === 'FETCH') return entry
    if (await this.#adoptNewer(key, entry)) entry = await this.#read(...request)
    return entry && (retryAt.get(key) ?? 0) > clock.now() ? {...entry, lastModified: clock.now()} : entry
  }

  override async set(...[key, value, context]: Set) {
    if (!value) return super.set(key, value, context)
    if (readValues.has(value)) {
      retryAt.set(key, clock.now() + RETRY_MS)
      return
    }
    retryAt.delete(key)
    const stored = withChecksum(withTimestamp(value, this.#timestamp))
    const found = !isNotFound(value)
    // Answers of the CMS stay in memory: after a restart, no webhook would tell which of them are stale.
    if (value.kind === 'FETCH' || !(found || (await this.#isPage(key, value.kind))))
      return super.set(key, stored, context)
    metrics.pagesRendered++
    await this.#store(key, stored, context)
    void (found ? redisCache?.set(key, {timestamp: this.#timestamp, value}) : redisCache?.delete(key))
  }

  override async revalidateTag(...[tags, durations]: Parameters<FileSystemCache['revalidateTag']>) {
    revalidateTags([tags].flat(), durations)
    responseCache.outdate()
    redisCache?.revalidateTags([tags].flat())
  }

  async #read(...request: Get) {
    const [key, {kind}] = request
    if (kind === 'FETCH') return readTimestamp(await super.get(...request))
    const found = await super.get(...request)
    if (found?.value && !isIntact(found.value as Parts)) return this.#ignoreTorn(key)
    const entry = readTimestamp(found)
    if (entry?.value) readValues.add(entry.value)
    return entry
  }

  /** Stores the entry of another server if it is newer. Returns whether it was. */
  async #adoptNewer(key: string, entry: Entry | null): Promise<boolean> {
    const page = await redisCache?.get(key)
    if (!page || page.timestamp <= (entry?.lastModified ?? 0)) return false
    metrics.pagesAdopted++
    const value = withChecksum(withTimestamp(page.value as Value, page.timestamp))
    await this.#store(key, value, {isFallback: false} as Set[2])
    return true
  }

  /** First in memory, so that the next visitor gets it even when the disk fails. */
  async #store(key: string, value: Value, context: Set[2]) {
    torn.delete(key)
    await super.set(key, value, context)
    announceStoredPage()
    if (!this.#context.flushToDisk) return
    await writeToDisk(key, () =>
      writeAtomically(this.#context.fs, (fs) =>
        new NextCache({...this.#context, fs}).set(key, value, context),
      ),
    )
  }

  /** A torn entry counts as a cache miss, so its page is rendered. */
  #ignoreTorn(key: string): null {
    if (!torn.has(key)) logError('The files of a page are incomplete; it is rendered again', undefined, {key})
    torn.add(key)
    return null
  }

  /** Whether the path has a page at present. If so, its 404 must replace it on disk. */
  async #isPage(key: string, kind: Value['kind']): Promise<boolean> {
    const entry = await this.#read(key, {kind, isFallback: false} as unknown as Get[1])
    return entry !== null && !isNotFound(entry.value)
  }
}
