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
import {cacheForTests, page, pageContext, revalidateHourly} from './cache-for-tests.ts'

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

describe('a page needs blocking revalidation', () => {
  const store = async (html = '<p>page</p>') => {
    const cache = cacheForTests()
    await cache.set('/en/list', tagged(html), revalidateHourly)
    return cache.get('/en/list', pageContext)
  }

  it('when it has been stale for more than the grace time, and not before', async () => {
    const entry = await store()
    expect(needsBlockingRevalidation(entry)).toBe(false)
    later(10)
    await publish()
    expect(needsBlockingRevalidation(entry)).toBe(false)
    later(1_500)
    expect(needsBlockingRevalidation(entry)).toBe(true)
    expect(needsBlockingRevalidation(await store())).toBe(false)
  })

  it('when it is older than the revalidate interval, unless it shows no content', async () => {
    later(10_000)
    const entry = await store()
    const cache = cacheForTests()
    await cache.set('/en/404', page('', {headers: {'x-next-cache-tags': '_N_T_/layout'}}), revalidateHourly)
    const without = await cache.get('/en/404', pageContext)
    later(REVALIDATE_SECONDS * 1000 + 2_000)
    expect(needsBlockingRevalidation(entry)).toBe(true)
    expect(needsBlockingRevalidation(without)).toBe(false)
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

describe('blocking revalidation', () => {
  const makeStale = async () => {
    later(60_000)
    await cacheForTests().set('/en/old', tagged('<p>old</p>'), revalidateHourly)
    later(10)
    await publish()
    later(5_000)
  }
  /** A server in place of the site itself. */
  const serve = async (answer: (request: IncomingMessage) => Promise<void>) => {
    const requests: IncomingMessage[] = []
    const server = createServer(async (request, response) => {
      requests.push(request)
      await answer(request)
      response.writeHead(200, {'x-nextjs-cache': 'REVALIDATED'}).end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    config.port = (server.address() as AddressInfo).port
    return {requests, close: () => server.close()}
  }

  it('renders a stale page before it is sent, once for all waiting visitors', async () => {
    await makeStale()
    const site = await serve(() => cacheForTests().set('/en/old', tagged('<p>new</p>'), revalidateHourly))
    const shown = await Promise.all(
      Array.from({length: 20}, () => cacheForTests().get('/en/old', pageContext)),
    )
    site.close()
    expect(new Set(shown.map((entry) => entry?.value && 'html' in entry.value && entry.value.html))).toEqual(
      new Set(['<p>new</p>']),
    )
    expect(site.requests.map(({url}) => url)).toEqual(['/en/old'])
  })

  it('sends the stale page when rendering fails, and then no visitor waits for a while', async () => {
    await makeStale()
    config.port = 1
    const entry = await cacheForTests().get('/en/old', pageContext)
    expect(entry?.value).toMatchObject({html: '<p>old</p>'})
    const site = await serve(() => Promise.resolve())
    await cacheForTests().get('/en/old', pageContext)
    expect(site.requests).toHaveLength(0)
    later(31_000)
    await cacheForTests().get('/en/old', pageContext)
    expect(site.requests).toHaveLength(1)
    site.close()
  })
})
