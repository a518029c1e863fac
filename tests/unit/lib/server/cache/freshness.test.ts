import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {readTimestamp} from '#lib/server/cache/entry-timestamp.ts'
import {clock} from '#lib/server/clock.ts'
import {cacheForTests, page, pageContext, revalidateHourly} from './cache-for-tests.ts'

let now = 0
const later = (milliseconds: number) => {
  now += milliseconds
}
beforeEach(() => {
  now = clock.now()
  vi.spyOn(clock, 'now').mockImplementation(() => now)
})
afterEach(() => vi.restoreAllMocks())

it('the entry timestamp is the request start: a publish during the render makes the page stale', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const cache = cacheForTests({serverDistDir, flushToDisk: true})
  later(5)
  const published = now
  later(5)
  await cache.set('/en/page', page('<p>before the publish</p>'), revalidateHourly)
  const kept = await cache.get('/en/page', pageContext)
  expect(kept?.lastModified).toBeLessThan(published)
  expect(kept?.value, 'the timestamp is not sent to visitors').toMatchObject({headers: {}})
  // Read from a copied file after a restart, the entry has the same timestamp.
  const {headers} = JSON.parse(readFileSync(join(serverDistDir, 'app/en/page.meta'), 'utf8'))
  expect(readTimestamp({lastModified: now, value: {headers}})).toEqual({
    lastModified: kept?.lastModified,
    value: {headers: {}},
  })
})

it('after a failed revalidation Next stores the old value again, which keeps its timestamp', async () => {
  await cacheForTests().set('/en/kept', page('<p>kept</p>'), revalidateHourly)
  const read = async () => cacheForTests().get('/en/kept', pageContext)
  const before = await read()
  later(60_000)
  await cacheForTests().set('/en/kept', before?.value as ReturnType<typeof page>, revalidateHourly)
  expect((await read())?.lastModified, 'no retry for a while').toBe(now)
  later(30_000)
  expect((await read())?.lastModified).toBe(before?.lastModified)
})
