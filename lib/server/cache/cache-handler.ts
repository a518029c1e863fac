/**
 * Next's incremental cache, in memory and on disk, with these differences:
 * - A page is stored without executable script: visitors' pages are documents, nothing on them needs React in
 *   the browser. The first visitor of a path gets no script either, because Next awaits `set` and then sends
 *   the same object. Pages of the build go through ./postbuild.ts instead. Draft mode bypasses the cache.
 * - A 404 page has its text, and a redirect its `location`: Next leaves both to scripts.
 * - The timestamp of an entry is the start of its request, so that no publish is lost (./entry-timestamp.ts).
 * - A page that is stale for too long is revalidated before it is sent (./blocking-revalidation.ts).
 * - A failed revalidation makes no page fresh. Next stores the old value again in that case; it is ignored.
 * - Several servers share pages through Redis, if REDIS_URL is set (./redis-cache.ts).
 * - Requests can't fill the disk: a 404 for a path that never was a page stays in memory, which is bounded.
 * - A full disk loses no page: files are written under temporary names and renamed together (./disk.ts). An
 *   incomplete entry is ignored (./checksum.ts).
 * - A step of the machine's clock loses no publish (../clock.ts).
 *
 * Cost: this extends an internal class of Next, because there is no public one. Check it at each upgrade of
 * Next; tests/e2e/visitors.spec.ts does, for every address of the sitemap.
 */
import {access} from 'node:fs/promises'
import {join} from 'node:path'
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import {isLocale} from '../../i18n/locales.ts'
import {clock} from '../clock.ts'
import {config, isBuild} from '../config.ts'
import {logError} from '../observability/log.ts'
import {metrics} from '../observability/metrics.ts'
import {responseCache} from '../response-cache/response-cache.ts'
import {needsBlockingRevalidation, revalidateBlocking, staleSince} from './blocking-revalidation.ts'
import {isIntact, type Parts, withChecksum} from './checksum.ts'
import {writeAtomically, writeToDisk} from './disk.ts'
import {readTimestamp, withTimestamp} from './entry-timestamp.ts'
import {isRevalidationRequest} from './on-demand-revalidation.ts'
import {redirectLocation} from './redirect-location.ts'
import {revalidateTags} from './revalidated-tags.ts'
import {stripScripts} from './strip-scripts.ts'

type FileSystemCache = InstanceType<typeof fileSystemCache>
type Context = ConstructorParameters<typeof fileSystemCache>[0]
type Get = Parameters<FileSystemCache['get']>
type Set = Parameters<FileSystemCache['set']>
type Entry = Awaited<ReturnType<FileSystemCache['get']>>
type Value = NonNullable<Set[1]>

// CommonJS imported from an ES module: at run time TypeScript's default export is one level down.
const NextCache: typeof fileSystemCache = Object(fileSystemCache).default ?? fileSystemCache

// Next's kinds are a const enum, which only Next itself can import.
const appPage = {kind: 'APP_PAGE', isFallback: false} as unknown as Get[1]

/** Not in a build: every server has the pages of the build anyway. */
const redisCache =
  config.redisUrl && !isBuild()
    ? new (await import('./redis-cache.ts')).RedisCache(config.redisUrl)
    : undefined

const isNotFound = (value: Value) =>
  (value.kind === 'APP_PAGE' || value.kind === 'APP_ROUTE') && value.status === 404

/** After a failed revalidation Next would try again at every request. This delays the next attempt. */
const RETRY_MS = 10_000
/** When to try again, by key. */
const retryAt = new Map<string, number>()
/** Keys of entries whose files are incomplete. Each is logged once. */
const torn = new Set<string>()
/** Values read from the cache. When Next stores one of them again, the revalidation has failed. */
const readValues = new WeakSet<object>()

function addLocation(value: Value) {
  if (value.kind !== 'APP_PAGE' || !value.status || value.status < 300 || value.status > 399) return
  const location = value.headers?.location ?? redirectLocation(value.rscData)
  if (location) value.headers = {...value.headers, location}
}

let latest: CacheHandler | undefined

/**
 * Whether there is an entry for a path, fresh or stale. An on-demand revalidation of a path without one would
 * make Next log an error (16.3.5). Before the first request of this process every path counts as stored.
 */
export const isStored = async (path: string): Promise<boolean> => {
  if (!latest) return true
  for (const key of new Set([path, decodeURIComponent(path)])) if (await latest.has(key)) return true
  return false
}

export default class CacheHandler extends NextCache {
  /**
   * Request start minus 1 ms, so that a tag revalidated in the same millisecond wins. Next constructs a
   * handler for each request, before it reads any content.
   */
  readonly #timestamp = clock.now() - 1
  readonly #context: Context
  /** Shares the memory, but writes nothing to disk. */
  readonly #inMemory: FileSystemCache

  constructor(context: Context) {
    super(context)
    this.#context = context
    this.#inMemory = new NextCache({...context, flushToDisk: false})
    latest = this
  }

  /** The disk first: that reads no file. An entry may be in memory only. */
  async has(key: string): Promise<boolean> {
    return (await this.#isOnDisk(key)) || (await this.#read(key, appPage)) !== null
  }

  override async get(...request: Get) {
    const [key, {kind}] = request
    let entry = await this.#read(...request)
    if (kind === 'FETCH') return entry
    if ((!entry || staleSince(entry) !== undefined) && (await this.#adoptNewer(key, entry)))
      entry = await this.#read(...request)
    if (entry && (retryAt.get(key) ?? 0) > clock.now()) return {...entry, lastModified: clock.now()}
    if (!needsBlockingRevalidation(entry) || isRevalidationRequest(this.#context._requestHeaders))
      return entry
    metrics.pagesRevalidatedBlocking++
    await revalidateBlocking(key)
    return this.#read(...request)
  }

  override async set(...[key, value, context]: Set) {
    if (!value) return super.set(key, value, context)
    if (readValues.has(value)) {
      retryAt.set(key, clock.now() + RETRY_MS)
      return
    }
    retryAt.delete(key)
    await this.#fillNotFound(key, value)
    addLocation(value)
    if (value.kind === 'APP_PAGE') value.html = stripScripts(value.html)
    const stored = withChecksum(withTimestamp(value, this.#timestamp))
    const found = !isNotFound(value)
    // Answers of the CMS stay in memory: after a restart, no webhook would tell which of them are stale.
    if (value.kind === 'FETCH' || !(found || (await this.#isOnDisk(key))))
      return this.#inMemory.set(key, stored, context)
    metrics.pagesRendered++
    await this.#store(key, stored, context)
    void (found ? redisCache?.set(key, {timestamp: this.#timestamp, value}) : redisCache?.delete(key))
  }

  override async revalidateTag(...[tags, durations]: Parameters<FileSystemCache['revalidateTag']>) {
    revalidateTags([tags].flat(), durations)
    responseCache.clear()
    redisCache?.revalidateTags([tags].flat())
  }

  async #read(...request: Get) {
    const [key, {kind}] = request
    if (kind === 'FETCH') return readTimestamp(await this.#inMemory.get(...request))
    const found = await super.get(...request)
    if (found?.value && !isIntact(found.value as Parts)) return this.#ignoreTorn(key)
    const entry = readTimestamp(found)
    if (entry?.value) readValues.add(entry.value)
    return entry
  }

  /** Stores the entry of another server if it is newer. Returns whether it was. */
  async #adoptNewer(key: string, entry: Entry): Promise<boolean> {
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
    await this.#inMemory.set(key, value, context)
    responseCache.delete(key)
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

  async #isOnDisk(key: string): Promise<boolean> {
    const file = join(this.#context.serverDistDir, 'app', `${key}.meta`)
    return access(file).then(
      () => true,
      () => false,
    )
  }

  /**
   * Next answers `notFound()` with an empty document that its scripts would fill. The prerendered 404 page of
   * the locale replaces it. A path without a locale gets the 404 page in both languages.
   */
  async #fillNotFound(key: string, value: Value) {
    if (value.kind !== 'APP_PAGE' || value.status !== 404) return
    const segment = key.split('/')[1]
    const entry = await this.#read(isLocale(segment) ? `/${segment}/404` : '/_not-found', appPage)
    if (entry?.value?.kind === 'APP_PAGE') value.html = entry.value.html
  }
}
