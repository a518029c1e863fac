import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {staleSince} from '#lib/server/cache/blocking-revalidation.ts'
import {markedAt} from '#lib/server/cache/marks.ts'
import {rateLimit} from '#lib/server/http/rate-limit.ts'
import {askForPage, cacheForTests, forgetMemory, keptForAnHour, page} from './cache-for-tests.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Sets the machine's clock, as `date --set` does: what counts evenly (`performance`) goes on. */
const step = (milliseconds: number) => {
  const now = Date.now() + milliseconds
  vi.useRealTimers()
  vi.useFakeTimers({toFake: ['Date'], now})
}
afterEach(() => vi.useRealTimers())

const publish = () => cacheForTests().revalidateTag('networks', {expire: 31_536_000})
const data = () => page('<p>list</p>', {headers: {'x-next-cache-tags': '_N_T_/data,networks'}})
const read = async () => cacheForTests().get('/en/data', askForPage)
const isStale = async () => staleSince(await read()) !== undefined

describe('when the machine’s clock is set', () => {
  it.each([
    ['a minute back', [-minute]],
    ['a day back', [-day]],
    ['a day ahead', [day]],
    ['a day ahead and back', [day, -day]],
  ])('%s, a publish still makes a page stale, and one that is made after it is not', async (_, steps) => {
    await cacheForTests().set('/en/data', data(), keptForAnHour)
    expect(await isStale()).toBe(false)
    for (const milliseconds of steps) {
      step(milliseconds)
      await publish()
      expect(await isStale(), 'published').toBe(true)
      await cacheForTests().set('/en/data', data(), keptForAnHour)
      await vi.waitUntil(async () => {
        await cacheForTests().set('/en/data', data(), keptForAnHour)
        return !(await isStale())
      })
    }
  })

  it('a day back, the limit of calls lets callers in again after a minute of its own', () => {
    const mayCall = rateLimit({calls: 1, windowMs: 1})
    expect(mayCall('a')).toBe(true)
    step(-day)
    const until = performance.now() + 2
    while (performance.now() < until);
    expect(mayCall('a')).toBe(true)
  })
})

it('a page of an earlier run, whose clock was a day ahead, is older than what is published now', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const cache = cacheForTests({serverDistDir, flushToDisk: true})
  await cache.set('/en/ahead', data(), keptForAnHour)
  const file = join(serverDistDir, 'app/en/ahead.meta')
  const meta = JSON.parse(readFileSync(file, 'utf8'))
  const headers = {...meta.headers, 'x-made-at': String(Date.now() + day), 'x-made-in': 'an earlier run'}
  writeFileSync(file, JSON.stringify({...meta, headers}))
  forgetMemory()
  const entry = () => cacheForTests({serverDistDir, flushToDisk: true}).get('/en/ahead', askForPage)
  expect((await entry())?.lastModified).toBe(performance.timeOrigin)
  await publish()
  expect(staleSince(await entry())).toBeGreaterThan(0)
})

it('what another server tells of counts from now on when the clocks have moved against each other', () => {
  const now = 1_000_000
  expect(markedAt(now - 100, {isNews: true, now})).toBe(now - 100)
  expect(markedAt(now - minute, {isNews: true, now}), 'told just now, of a minute ago').toBe(now)
  expect(markedAt(now + minute, {isNews: false, now}), 'of the future').toBe(now)
  expect(markedAt(now - minute, {isNews: false, now}), 'told after a restart').toBe(now - minute)
})
