import nodeFs from 'node:fs'
import CacheHandler from '#lib/server/cache/cache-handler.ts'

type Set = Parameters<CacheHandler['set']>
export type Value = NonNullable<Set[1]>

/** Next 16.4.6 constructs one for each request. With `flushToDisk` it writes pages to `serverDistDir`. */
export const cacheForTests = ({serverDistDir = '/nowhere', flushToDisk = false, fs = {}} = {}) =>
  new CacheHandler({
    fs: {
      ...nodeFs.promises,
      existsSync: nodeFs.existsSync,
      readFileSync: nodeFs.readFileSync,
      mkdir: (folder: string) => nodeFs.promises.mkdir(folder, {recursive: true}),
      ...fs,
    },
    flushToDisk,
    serverDistDir,
    revalidatedTags: [],
    maxMemoryCacheSize: 1_000_000,
    _requestHeaders: {},
  } as unknown as ConstructorParameters<typeof CacheHandler>[0])

export const page = (html: string, rest: object = {}) =>
  ({kind: 'APP_PAGE', html, headers: {}, rscData: Buffer.from('data'), ...rest}) as unknown as Value

export const revalidateHourly = {cacheControl: {revalidate: 3600, expire: undefined}} as Set[2]

/** Empties the memory cache that all handlers of a process share, as a restart does. */
export function clearMemory() {
  const {memoryCache} = Object.getPrototypeOf(CacheHandler) as {
    memoryCache?: {cache: Map<string, unknown>; remove(key: string): void}
  }
  for (const key of [...(memoryCache?.cache.keys() ?? [])]) memoryCache?.remove(key)
}

export const pageContext = {kind: 'APP_PAGE', isFallback: false} as unknown as Parameters<
  CacheHandler['get']
>[1]
