/**
 * Next's incremental cache, kept in memory and on disk as ever, with these differences:
 * - a page is stored without executable script: visitors' pages are documents, nothing on them needs React in the
 *   browser. An address that nobody has asked for yet is covered as well, because Next awaits `set` and then sends the
 *   same object. Draft mode bypasses the cache;
 * - a 404 and a redirect carry what Next would leave to scripts;
 * - an entry is as old as the request it was made for, so that no publish is lost;
 * - a page that is older than it may be is made anew before it is shown (./overdue.ts);
 * - strangers can't fill the disk: what was found at addresses that never were a page stays in memory, which is bounded.
 *
 * What it costs: this extends a class inside Next (there is no public one), so each upgrade of Next must be checked;
 * tests/e2e/visitors.spec.ts does, over every address of the sitemap.
 */
import {access, utimes} from 'node:fs/promises'
import {join} from 'node:path'
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import {isLocale} from '../locales.ts'
import {isOverdue, renewOverdue} from './overdue.ts'
import {redirectLocation} from './redirect-location.ts'
import {isRenewal} from './renew.ts'
import {stripScripts} from './strip-scripts.ts'

type FileSystemCache = InstanceType<typeof fileSystemCache>
type Context = ConstructorParameters<typeof fileSystemCache>[0]
type Entry = Awaited<ReturnType<FileSystemCache['get']>>
type Value = Parameters<FileSystemCache['set']>[1]

// CommonJS seen from an ES module: what TypeScript calls the default export is one level down at run time.
const NextCache: typeof fileSystemCache = Object(fileSystemCache).default ?? fileSystemCache

// Next's kinds are a const enum, which only Next itself can name.
const appPage = {kind: 'APP_PAGE', isFallback: false} as unknown as Parameters<FileSystemCache['get']>[1]

/** Pages already without script. Next keeps entries in memory: each is parsed once, not at every request. */
const stripped = new WeakSet<object>()

function stripPage<T extends Value | NonNullable<Entry>['value']>(value: T): T {
  if (value?.kind === 'APP_PAGE' && typeof value.html === 'string' && !stripped.has(value)) {
    value.html = stripScripts(value.html)
    stripped.add(value)
  }
  return value
}

function leadOn(value: Value) {
  if (value?.kind !== 'APP_PAGE' || !value.status || value.status < 300 || value.status > 399) return
  const location = value.headers?.location ?? redirectLocation(value.rscData)
  if (location) value.headers = {...value.headers, location}
}

/** When the request that an entry was made for came in, in milliseconds since 1970. */
const askedAt = new WeakMap<object, number>()

export default class CacheHandler extends NextCache {
  /** Next makes a handler for each request, before it reads any content. A mark of the same millisecond is newer. */
  readonly #askedAt = Date.now() - 1
  readonly #context: Context
  /** The same memory, and no disk. */
  readonly #inMemory: FileSystemCache

  constructor(context: Context) {
    super(context)
    this.#context = context
    this.#inMemory = new NextCache({...context, flushToDisk: false})
  }

  override async get(...request: Parameters<FileSystemCache['get']>) {
    const entry = await this.#read(...request)
    if (!isOverdue(entry) || isRenewal(this.#context._requestHeaders)) return entry
    await renewOverdue(request[0])
    return this.#read(...request)
  }

  /**
   * Next dates an entry when it is stored. What was published while the page was being made would then count as older than
   * the page, and stay unseen until the next publish. So an entry is as old as the request it was made for.
   */
  override async set(...[key, value, context]: Parameters<FileSystemCache['set']>) {
    await this.#putWordsIntoNotFound(key, value)
    leadOn(value)
    if (value) askedAt.set(value, this.#askedAt)
    const file = this.#fileOf(key, value)
    if (!file || (this.#isNotFound(value) && !(await exists(file)))) {
      return this.#inMemory.set(key, stripPage(value), context)
    }
    await super.set(key, stripPage(value), context)
    // It may not have been written: in memory the date is right all the same.
    await utimes(file, this.#askedAt / 1000, this.#askedAt / 1000).catch(() => {})
  }

  async #read(...request: Parameters<FileSystemCache['get']>) {
    const [, {kind}] = request
    const entry = await (kind === 'FETCH' ? this.#inMemory.get(...request) : super.get(...request))
    stripPage(entry?.value ?? null)
    const asked = entry?.value && askedAt.get(entry.value)
    return asked ? {...entry, lastModified: asked} : entry
  }

  /**
   * The file whose date Next takes for the entry's when memory has forgotten it. Answers of the CMS have none: they would
   * outlive the run, after which nobody says what has changed, and there is one for each address that was tried.
   */
  #fileOf(key: string, value: Value) {
    const ending = value?.kind === 'APP_PAGE' ? 'html' : value?.kind === 'APP_ROUTE' && 'body'
    return ending && join(this.#context.serverDistDir, 'app', `${key}.${ending}`)
  }

  #isNotFound(value: Value) {
    return (value?.kind === 'APP_PAGE' || value?.kind === 'APP_ROUTE') && value.status === 404
  }

  /**
   * Next answers `notFound()` with an empty document that only its scripts would fill. The language's own 404 page,
   * made by the build, takes its place; an address in no language of ours gets the one in both.
   */
  async #putWordsIntoNotFound(key: string, value: Value) {
    if (value?.kind !== 'APP_PAGE' || value.status !== 404) return
    const segment = key.split('/')[1]
    const entry = await super.get(isLocale(segment) ? `/${segment}/404` : '/_not-found', appPage)
    if (entry?.value?.kind === 'APP_PAGE') value.html = entry.value.html
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
