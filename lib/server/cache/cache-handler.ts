/**
 * Next's incremental cache, kept in memory and on disk as ever, with these differences:
 * - a page is stored without executable script: visitors' pages are documents, nothing on them needs React in the
 *   browser. An address that nobody has asked for yet is covered as well, because Next awaits `set` and then sends the
 *   same object; what the build makes is done by ./postbuild.ts. Draft mode bypasses the cache;
 * - a 404 and a redirect carry what Next would leave to scripts;
 * - an entry is as old as the request it was made for, so that no publish is lost (./entry-timestamp.ts);
 * - a page that is older than it may be is made anew before it is shown (./blocking-revalidation.ts);
 * - a page that could not be made anew does not pass for a new one: Next stores the old one again then;
 * - several servers share their pages through Redis, where there is one (./redis-cache.ts);
 * - strangers can't fill the disk: what was found at addresses that never were a page stays in memory, which is bounded;
 * - a full disk costs no page: entries are written aside and put in place whole (./disk.ts), what is torn is no entry
 *   (./seal.ts);
 * - a step of the machine's clock costs no publish (../clock.ts).
 *
 * What it costs: this extends a class inside Next (there is no public one), so each upgrade of Next must be checked;
 * tests/e2e/visitors.spec.ts does, over every address of the sitemap.
 */
import {access} from 'node:fs/promises'
import {join} from 'node:path'
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import {isLocale} from '../../i18n/locales.ts'
import {clock} from '../clock.ts'
import {config, isBuild} from '../config.ts'
import {logError} from '../observability/log.ts'
import {metrics} from '../observability/metrics.ts'
import {needsBlockingRevalidation, revalidateBlocking, staleSince} from './blocking-revalidation.ts'
import {keepOnDisk, writeTogether} from './disk.ts'
import {dated, readTimestamp} from './entry-timestamp.ts'
import {mark} from './marks.ts'
import {isRevalidationRequest} from './on-demand-revalidation.ts'
import {redirectLocation} from './redirect-location.ts'
import {isWhole, type Parts, sealed} from './seal.ts'
import {stripScripts} from './strip-scripts.ts'

type FileSystemCache = InstanceType<typeof fileSystemCache>
type Context = ConstructorParameters<typeof fileSystemCache>[0]
type Get = Parameters<FileSystemCache['get']>
type Set = Parameters<FileSystemCache['set']>
type Entry = Awaited<ReturnType<FileSystemCache['get']>>
type Value = NonNullable<Set[1]>

// CommonJS seen from an ES module: what TypeScript calls the default export is one level down at run time.
const NextCache: typeof fileSystemCache = Object(fileSystemCache).default ?? fileSystemCache

// Next's kinds are a const enum, which only Next itself can name.
const appPage = {kind: 'APP_PAGE', isFallback: false} as unknown as Get[1]

/** Only where servers are told of a Redis, and not in a build, whose pages are the same for all of them anyway. */
const redisCache =
  config.redisUrl && !isBuild()
    ? new (await import('./redis-cache.ts')).RedisCache(config.redisUrl)
    : undefined

const isNotFound = (value: Value) =>
  (value.kind === 'APP_PAGE' || value.kind === 'APP_ROUTE') && value.status === 404

/** Next tries again at every request otherwise; so does this, a little later. */
const RETRY_MS = 10_000
/** Pages that could not be made anew, and when to try again. */
const retryAt = new Map<string, number>()
/** Whose files are not whole: said once. */
const torn = new Set<string>()
/** What was read from the cache: stored again, it is what it was. */
const readBefore = new WeakSet<object>()

function addLocation(value: Value) {
  if (value.kind !== 'APP_PAGE' || !value.status || value.status < 300 || value.status > 399) return
  const location = value.headers?.location ?? redirectLocation(value.rscData)
  if (location) value.headers = {...value.headers, location}
}

export default class CacheHandler extends NextCache {
  /** Next makes a handler for each request, before it reads any content. A mark of the same millisecond is newer. */
  readonly #askedAt = clock.now() - 1
  readonly #context: Context
  /** The same memory, and no disk. */
  readonly #inMemory: FileSystemCache

  constructor(context: Context) {
    super(context)
    this.#context = context
    this.#inMemory = new NextCache({...context, flushToDisk: false})
  }

  override async get(...request: Get) {
    const [key, {kind}] = request
    let entry = await this.#read(...request)
    if (kind === 'FETCH') return entry
    if ((!entry || staleSince(entry) !== undefined) && (await this.#takeOver(key, entry)))
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
    if (readBefore.has(value)) {
      retryAt.set(key, clock.now() + RETRY_MS)
      return
    }
    retryAt.delete(key)
    await this.#putWordsIntoNotFound(key, value)
    addLocation(value)
    if (value.kind === 'APP_PAGE') value.html = stripScripts(value.html)
    const kept = sealed(dated(value, this.#askedAt))
    const found = !isNotFound(value)
    // Answers of the CMS stay in memory: they would outlive the run, after which nobody says what has changed.
    if (value.kind === 'FETCH' || !(found || (await this.#isOnDisk(key))))
      return this.#inMemory.set(key, kept, context)
    metrics.pagesRendered++
    await this.#keep(key, kept, context)
    void (found ? redisCache?.set(key, {madeAt: this.#askedAt, value}) : redisCache?.drop(key))
  }

  override async revalidateTag(...[tags, durations]: Parameters<FileSystemCache['revalidateTag']>) {
    mark([tags].flat(), durations)
    redisCache?.mark([tags].flat())
  }

  async #read(...request: Get) {
    const [key, {kind}] = request
    if (kind === 'FETCH') return readTimestamp(await this.#inMemory.get(...request))
    const found = await super.get(...request)
    if (found?.value && !isWhole(found.value as Parts)) return this.#isTorn(key)
    const entry = readTimestamp(found)
    if (entry?.value) readBefore.add(entry.value)
    return entry
  }

  /** Whether another server has made a newer one, which is then kept here as well. */
  async #takeOver(key: string, entry: Entry): Promise<boolean> {
    const page = await redisCache?.get(key)
    if (!page || page.madeAt <= (entry?.lastModified ?? 0)) return false
    metrics.pagesAdopted++
    const value = sealed(dated(page.value as Value, page.madeAt))
    await this.#keep(key, value, {isFallback: false} as Set[2])
    return true
  }

  /** At once in memory, where the next visitor finds it, whatever becomes of its files. */
  async #keep(key: string, value: Value, context: Set[2]) {
    torn.delete(key)
    await this.#inMemory.set(key, value, context)
    if (!this.#context.flushToDisk) return
    await keepOnDisk(key, () =>
      writeTogether(this.#context.fs, (fs) => new NextCache({...this.#context, fs}).set(key, value, context)),
    )
  }

  /** Made anew like one that never was there. */
  #isTorn(key: string): null {
    if (!torn.has(key)) logError('The files of a page are not whole, so it is made anew', undefined, {key})
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
   * Next answers `notFound()` with an empty document that only its scripts would fill. The language's own 404 page,
   * made by the build, takes its place; an address in no language of ours gets the one in both.
   */
  async #putWordsIntoNotFound(key: string, value: Value) {
    if (value.kind !== 'APP_PAGE' || value.status !== 404) return
    const segment = key.split('/')[1]
    const entry = await this.#read(isLocale(segment) ? `/${segment}/404` : '/_not-found', appPage)
    if (entry?.value?.kind === 'APP_PAGE') value.html = entry.value.html
  }
}
