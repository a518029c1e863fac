import {existsSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type CacheHandler from '#lib/server/cache/cache-handler.ts'
import {cacheForTests, page, pageContext, revalidateHourly} from './cache-for-tests.ts'

/** The response to the first visitor: Next sends the object that it has given to the cache. */
async function firstAnswer(store: CacheHandler, path: string) {
  const value = page('<html id="__next_error__"></html><script>1</script>', {status: 404})
  await store.set(path, value, revalidateHourly)
  return 'html' in value ? value.html : undefined
}

test('a 404 page has text in the language of its path, without a script', async () => {
  const store = cacheForTests()
  await store.set('/_not-found', page('<html lang="cs">cs, en</html>', {status: 404}), revalidateHourly)
  await store.set('/cs/404', page('<html lang="cs">nenalezena</html><script>1</script>'), revalidateHourly)
  await store.set('/en/404', page('<html lang="en">not found</html><script>1</script>'), revalidateHourly)
  expect(await firstAnswer(store, '/cs/nase-clenstvi/nic')).toBe('<html lang="cs">nenalezena</html>')
  expect(await firstAnswer(store, '/en/nothing')).toBe('<html lang="en">not found</html>')
  expect(await firstAnswer(store, '/de')).toBe('<html lang="cs">cs, en</html>')
})

test('an existing page keeps its content', async () => {
  const store = cacheForTests()
  await store.set('/cs/404', page('<html lang="cs">nenalezena</html>'), revalidateHourly)
  const value = page('<html lang="cs">Konsorcium</html>')
  await store.set('/cs/nase-clenstvi', value, revalidateHourly)
  expect('html' in value && value.html).toBe('<html lang="cs">Konsorcium</html>')
})

test('a 404 of a path that never was a page is not written to disk; the 404 of a deleted page is', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const store = cacheForTests({serverDistDir, flushToDisk: true})
  await store.set('/en/guess', page('', {status: 404}), revalidateHourly)
  expect(existsSync(join(serverDistDir, 'app/en/guess.html'))).toBe(false)
  expect(await store.get('/en/guess', pageContext)).toMatchObject({value: {status: 404}})

  await store.set('/en/page', page('<p>there</p>'), revalidateHourly)
  await store.set('/en/page', page('', {status: 404}), revalidateHourly)
  expect(existsSync(join(serverDistDir, 'app/en/page.meta'))).toBe(true)
  expect(await store.get('/en/page', pageContext)).toMatchObject({value: {status: 404}})
})
