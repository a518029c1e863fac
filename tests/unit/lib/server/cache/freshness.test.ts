import {mkdtempSync, readFileSync} from 'node:fs'
import {createServer, type IncomingMessage} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {needsBlockingRevalidation} from '#lib/server/cache/blocking-revalidation.ts'
import {readTimestamp} from '#lib/server/cache/entry-timestamp.ts'
import {REVALIDATE_SECONDS} from '#lib/server/cache/revalidate-interval.ts'
import {clock} from '#lib/server/clock.ts'
import {config} from '#lib/server/config.ts'
import {askForPage, cacheForTests, keptForAnHour, page} from './cache-for-tests.ts'

const tagged = (html: string) => page(html, {headers: {'x-next-cache-tags': '_N_T_/layout,networks'}})
const publish = () => cacheForTests().revalidateTag('networks', {expire: 31_536_000})

let now = 0
const later = (milliseconds: number) => {
  now += milliseconds
}
beforeEach(() => {
  now = clock.now()
  vi.spyOn(clock, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

it('a page is as old as the request it was made for: what is published meanwhile makes it stale', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const cache = cacheForTests({serverDistDir, flushToDisk: true})
  later(5)
  const published = now
  later(5)
  await cache.set('/en/page', page('<p>as it was before</p>'), keptForAnHour)
  const kept = await cache.get('/en/page', askForPage)
  expect(kept?.lastModified).toBeLessThan(published)
  expect(kept?.value, 'no visitor is told').toMatchObject({headers: {}})
  // Nor does it get younger when memory has forgotten it and its file was copied.
  const {headers} = JSON.parse(readFileSync(join(serverDistDir, 'app/en/page.meta'), 'utf8'))
  expect(readTimestamp({lastModified: now, value: {headers}})).toEqual({
    lastModified: kept?.lastModified,
    value: {headers: {}},
  })
})

describe('a page is overdue', () => {
  const made = async (html = '<p>page</p>') => {
    const cache = cacheForTests()
    await cache.set('/en/list', tagged(html), keptForAnHour)
    return cache.get('/en/list', askForPage)
  }

  it('when what it shows was published more than a moment ago, and not before', async () => {
    const entry = await made()
    expect(needsBlockingRevalidation(entry)).toBe(false)
    later(10)
    await publish()
    expect(needsBlockingRevalidation(entry)).toBe(false)
    later(1_500)
    expect(needsBlockingRevalidation(entry)).toBe(true)
    expect(needsBlockingRevalidation(await made())).toBe(false)
  })

  it('when it is older than the safety net, unless it shows no content', async () => {
    later(10_000)
    const entry = await made()
    const cache = cacheForTests()
    await cache.set('/en/404', page('', {headers: {'x-next-cache-tags': '_N_T_/layout'}}), keptForAnHour)
    const without = await cache.get('/en/404', askForPage)
    later(REVALIDATE_SECONDS * 1000 + 2_000)
    expect(needsBlockingRevalidation(entry)).toBe(true)
    expect(needsBlockingRevalidation(without)).toBe(false)
  })
})

it('a page that could not be made anew, which Next then stores again, does not get younger', async () => {
  await cacheForTests().set('/en/kept', page('<p>kept</p>'), keptForAnHour)
  const read = async () => cacheForTests().get('/en/kept', askForPage)
  const before = await read()
  later(60_000)
  await cacheForTests().set('/en/kept', before?.value as ReturnType<typeof page>, keptForAnHour)
  expect((await read())?.lastModified, 'for a moment it is not tried again').toBe(now)
  later(30_000)
  expect((await read())?.lastModified).toBe(before?.lastModified)
})

describe('an overdue page', () => {
  const overdue = async () => {
    later(60_000)
    await cacheForTests().set('/en/old', tagged('<p>old</p>'), keptForAnHour)
    later(10)
    await publish()
    later(5_000)
  }
  /** In the place of the site itself. */
  const answering = async (answer: (request: IncomingMessage) => Promise<void>) => {
    const asked: IncomingMessage[] = []
    const server = createServer(async (request, response) => {
      asked.push(request)
      await answer(request)
      response.writeHead(200, {'x-nextjs-cache': 'REVALIDATED'}).end()
    }).listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    config.port = (server.address() as AddressInfo).port
    return {asked, close: () => server.close()}
  }

  it('is made anew before it is shown, once for all who wait', async () => {
    await overdue()
    const site = await answering(() => cacheForTests().set('/en/old', tagged('<p>new</p>'), keptForAnHour))
    const shown = await Promise.all(
      Array.from({length: 20}, () => cacheForTests().get('/en/old', askForPage)),
    )
    site.close()
    expect(new Set(shown.map((entry) => entry?.value && 'html' in entry.value && entry.value.html))).toEqual(
      new Set(['<p>new</p>']),
    )
    expect(site.asked.map(({url}) => url)).toEqual(['/en/old'])
  })

  it('is shown as it is when it can’t be made anew, and then nobody waits for a while', async () => {
    await overdue()
    config.port = 1
    const entry = await cacheForTests().get('/en/old', askForPage)
    expect(entry?.value).toMatchObject({html: '<p>old</p>'})
    const site = await answering(() => Promise.resolve())
    await cacheForTests().get('/en/old', askForPage)
    expect(site.asked).toHaveLength(0)
    later(31_000)
    await cacheForTests().get('/en/old', askForPage)
    expect(site.asked).toHaveLength(1)
    site.close()
  })
})
