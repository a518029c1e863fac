/**
 * Next's incremental cache, with one difference: a page that is stored, or read from what the build has made, is
 * stored without executable script. Visitors' pages are documents; nothing on them needs React in the browser.
 *
 * What it costs: this extends a class inside Next (there is no public one), so each upgrade of Next must be
 * checked; tests/e2e/no-script.spec.ts does, over every address of the sitemap. The first answer for an address
 * nobody has asked for yet comes straight from the render, with scripts. Draft mode bypasses the cache.
 */
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import {stripScripts} from './strip-scripts.ts'

type FileSystemCache = InstanceType<typeof fileSystemCache>
type Entry = Awaited<ReturnType<FileSystemCache['get']>>
type Value = Parameters<FileSystemCache['set']>[1]

// CommonJS seen from an ES module: what TypeScript calls the default export is one level down at run time.
const NextCache: typeof fileSystemCache = Object(fileSystemCache).default ?? fileSystemCache

/** Pages already without script. Next keeps entries in memory: each is parsed once, not at every request. */
const stripped = new WeakSet<object>()

function stripPage<T extends Value | NonNullable<Entry>['value']>(value: T): T {
  if (value?.kind === 'APP_PAGE' && typeof value.html === 'string' && !stripped.has(value)) {
    value.html = stripScripts(value.html)
    stripped.add(value)
  }
  return value
}

export default class ScriptlessCache extends NextCache {
  override async get(...request: Parameters<FileSystemCache['get']>) {
    const entry = await super.get(...request)
    stripPage(entry?.value ?? null)
    return entry
  }

  override set(...[key, value, context]: Parameters<FileSystemCache['set']>) {
    return super.set(key, stripPage(value), context)
  }
}
