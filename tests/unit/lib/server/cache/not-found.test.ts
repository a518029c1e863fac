import {existsSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type CacheHandler from '#lib/server/cache/cache-handler.ts'
import {askForPage, cacheForTests, keptForAnHour, page} from './cache-for-tests.ts'

/** What the visitor who asked first gets: Next sends on the very object it has given to the cache. */
async function firstAnswer(store: CacheHandler, path: string) {
  const value = page('<html id="__next_error__"></html><script>1</script>', {status: 404})
  await store.set(path, value, keptForAnHour)
  return 'html' in value ? value.html : undefined
}

test('a 404 carries words in the language of its address, without a script', async () => {
  const store = cacheForTests()
  await store.set('/_not-found', page('<html lang="cs">cs, en</html>', {status: 404}), keptForAnHour)
  await store.set('/cs/404', page('<html lang="cs">nenalezena</html><script>1</script>'), keptForAnHour)
  await store.set('/en/404', page('<html lang="en">not found</html><script>1</script>'), keptForAnHour)
  expect(await firstAnswer(store, '/cs/nase-clenstvi/nic')).toBe('<html lang="cs">nenalezena</html>')
  expect(await firstAnswer(store, '/en/nothing')).toBe('<html lang="en">not found</html>')
  expect(await firstAnswer(store, '/de')).toBe('<html lang="cs">cs, en</html>')
})

test('a page that exists keeps its own words', async () => {
  const store = cacheForTests()
  await store.set('/cs/404', page('<html lang="cs">nenalezena</html>'), keptForAnHour)
  const value = page('<html lang="cs">Konsorcium</html>')
  await store.set('/cs/nase-clenstvi', value, keptForAnHour)
  expect('html' in value && value.html).toBe('<html lang="cs">Konsorcium</html>')
})

test('addresses that never were a page fill no disk; a page that has gone is gone there too', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const store = cacheForTests({serverDistDir, flushToDisk: true})
  await store.set('/en/tried', page('', {status: 404}), keptForAnHour)
  expect(existsSync(join(serverDistDir, 'app/en/tried.html'))).toBe(false)
  expect(await store.get('/en/tried', askForPage)).toMatchObject({value: {status: 404}})

  await store.set('/en/page', page('<p>there</p>'), keptForAnHour)
  await store.set('/en/page', page('', {status: 404}), keptForAnHour)
  expect(existsSync(join(serverDistDir, 'app/en/page.meta'))).toBe(true)
  expect(await store.get('/en/page', askForPage)).toMatchObject({value: {status: 404}})
})
