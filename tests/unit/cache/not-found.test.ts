import nodeFs from 'node:fs/promises'
import {expect, test} from 'vitest'
import ScriptlessCache from '#lib/cache/scriptless-cache-handler.ts'

type Options = ConstructorParameters<typeof ScriptlessCache>[0]
type Value = NonNullable<Parameters<ScriptlessCache['set']>[1]>

/** Next's own cache, in memory only. */
const cache = () =>
  new ScriptlessCache({
    fs: nodeFs,
    flushToDisk: false,
    serverDistDir: '/nowhere',
    revalidatedTags: [],
    maxMemoryCacheSize: 1_000_000,
  } as unknown as Options)

const page = (html: string, status?: number) =>
  ({
    kind: 'APP_PAGE',
    html,
    status,
    headers: {},
    rscData: undefined,
    postponed: undefined,
  }) as unknown as Value

const context = {cacheControl: {revalidate: 3600, expire: undefined}} as Parameters<ScriptlessCache['set']>[2]

/** What the visitor who asked first gets: Next sends on the very object it has given to the cache. */
async function firstAnswer(store: ScriptlessCache, path: string) {
  const value = page('<html id="__next_error__"></html><script>1</script>', 404)
  await store.set(path, value, context)
  return 'html' in value ? value.html : undefined
}

test('a 404 carries words in the language of its address, without a script', async () => {
  const store = cache()
  await store.set('/_not-found', page('<html lang="cs">cs, en</html>', 404), context)
  await store.set('/cs/404', page('<html lang="cs">nenalezena</html><script>1</script>'), context)
  await store.set('/en/404', page('<html lang="en">not found</html><script>1</script>'), context)
  expect(await firstAnswer(store, '/cs/nase-clenstvi/nic')).toBe('<html lang="cs">nenalezena</html>')
  expect(await firstAnswer(store, '/en/nothing')).toBe('<html lang="en">not found</html>')
  expect(await firstAnswer(store, '/de')).toBe('<html lang="cs">cs, en</html>')
})

test('a page that exists keeps its own words', async () => {
  const store = cache()
  await store.set('/cs/404', page('<html lang="cs">nenalezena</html>'), context)
  const value = page('<html lang="cs">Konsorcium</html>')
  await store.set('/cs/nase-clenstvi', value, context)
  expect('html' in value && value.html).toBe('<html lang="cs">Konsorcium</html>')
})
