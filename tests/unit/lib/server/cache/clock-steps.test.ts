import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {correctedStaleTime} from '#lib/server/cache/revalidated-tags.ts'
import {rateLimit} from '#lib/server/http/rate-limit.ts'
import {cacheForTests, clearMemory, page, pageContext, revalidateHourly} from './cache-for-tests.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Steps the machine's clock, as `date --set` does. The monotonic clock (`performance`) does not step. */
const step = (milliseconds: number) => {
  const now = Date.now() + milliseconds
  vi.useRealTimers()
  vi.useFakeTimers({toFake: ['Date'], now})
}
afterEach(() => vi.useRealTimers())

const publish = () => cacheForTests().revalidateTag('networks', {expire: 31_536_000})
const data = () => page('<p>list</p>', {headers: {'x-next-cache-tags': '_N_T_/data,networks'}})
const read = async () => cacheForTests().get('/en/data', pageContext)
const isOlderThanPublish = (entry: {lastModified?: number} | null) =>
  (entry?.lastModified ?? 0) < (tagsManifest.get('networks')?.stale ?? 0)
const isStale = async () => isOlderThanPublish(await read())

describe('when the machine’s clock steps', () => {
  it.each([
    ['a minute back', [-minute]],
    ['a day back', [-day]],
    ['a day ahead', [day]],
    ['a day ahead and back', [day, -day]],
  ])('%s, a publish still makes a page stale, and a page rendered after it is fresh', async (_, steps) => {
    await cacheForTests().set('/en/data', data(), revalidateHourly)
    expect(await isStale()).toBe(false)
    for (const milliseconds of steps) {
      step(milliseconds)
      await publish()
      expect(await isStale(), 'published').toBe(true)
      await cacheForTests().set('/en/data', data(), revalidateHourly)
      await vi.waitUntil(async () => {
        await cacheForTests().set('/en/data', data(), revalidateHourly)
        return !(await isStale())
      })
    }
  })

  it('a day back, the rate limit still starts a new window on time', () => {
    const mayCall = rateLimit({calls: 1, windowMs: 1})
    expect(mayCall('a')).toBe(true)
    step(-day)
    const until = performance.now() + 2
    while (performance.now() < until);
    expect(mayCall('a')).toBe(true)
  })
})

it('an entry of an earlier run, whose clock was a day ahead, is older than a publish of this run', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const cache = cacheForTests({serverDistDir, flushToDisk: true})
  await cache.set('/en/ahead', data(), revalidateHourly)
  const file = join(serverDistDir, 'app/en/ahead.meta')
  const meta = JSON.parse(readFileSync(file, 'utf8'))
  const headers = {
    ...meta.headers,
    'x-entry-timestamp': String(Date.now() + day),
    'x-entry-run': 'an earlier run',
  }
  writeFileSync(file, JSON.stringify({...meta, headers}))
  clearMemory()
  const entry = () => cacheForTests({serverDistDir, flushToDisk: true}).get('/en/ahead', pageContext)
  expect((await entry())?.lastModified).toBe(performance.timeOrigin)
  await publish()
  expect(isOlderThanPublish(await entry())).toBe(true)
})

it('a stale time from another server becomes now when a clock has stepped', () => {
  const now = 1_000_000
  expect(correctedStaleTime(now - 100, {isLive: true, now})).toBe(now - 100)
  expect(correctedStaleTime(now - minute, {isLive: true, now}), 'live, but a minute old').toBe(now)
  expect(correctedStaleTime(now + minute, {isLive: false, now}), 'in the future').toBe(now)
  expect(correctedStaleTime(now - minute, {isLive: false, now}), 'read after a restart').toBe(now - minute)
})
