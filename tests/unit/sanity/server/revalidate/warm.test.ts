import {once} from 'node:events'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, beforeEach, expect, it, vi} from 'vitest'
import {metrics} from '#lib/server/observability/metrics.ts'
import {warm} from '#sanity/server/revalidate/warm.ts'

/** Every answer takes this long, as a page that is made anew does. */
const ANSWER_MS = 10

let server: Server
let origin: string
let asked: {path: string; published: number}[] = []
/** How many publishes there have been. */
let published = 0
/** Called at the next answer. */
let answered = () => {}
/** How often the old page is still there after it was made anew: that joined a request from before the publish. */
let staleFor: Record<string, number> = {}
const beingMade = new Map<string, number>()
let mostAtOnce = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (request.method === 'HEAD') {
      const stale = (staleFor[path] ?? 0) > 0
      if (stale) staleFor[path] = (staleFor[path] ?? 0) - 1
      response.writeHead(200, {'x-nextjs-cache': stale ? 'STALE' : 'HIT'}).end()
      return
    }
    asked.push({path, published})
    beingMade.set(path, (beingMade.get(path) ?? 0) + 1)
    mostAtOnce = Math.max(mostAtOnce, beingMade.get(path) ?? 0)
    setTimeout(() => {
      beingMade.set(path, (beingMade.get(path) ?? 0) - 1)
      response.writeHead(path === '/broken' ? 500 : 200, {'x-nextjs-cache': 'REVALIDATED'}).end()
      answered()
    }, ANSWER_MS)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  staleFor = {}
  mostAtOnce = 0
})

it('a page is made anew until it is no longer the old one', async () => {
  staleFor = {'/page': 3}
  await warm(origin, ['/page'])
  expect(asked).toHaveLength(4)
})

it('a thousand publishes at once ask for each page a few times, and once more after the last', async () => {
  const paths = ['/a', '/b', '/c', '/d', '/e', '/f']
  const storm: Promise<void>[] = []
  for (published = 1; published <= 1000; published++) {
    storm.push(warm(origin, paths))
    if (published % 100 === 0 && published < 1000)
      await new Promise<void>((resolve) => {
        answered = resolve
      })
  }
  published = 1000
  await Promise.all(storm)
  // Once for each time that others are let in, of which there were nine, and once or twice more.
  expect(asked.length).toBeLessThan(12 * paths.length)
  for (const path of paths) {
    expect(
      asked.some((request) => request.path === path && request.published >= 1000),
      path,
    ).toBe(true)
  }
  expect(mostAtOnce, 'a second one would be answered with what the first makes').toBe(1)
})

it('a page that is published again while it is made anew lets the others go first', async () => {
  staleFor = {'/busy': 5}
  const first = warm(origin, ['/busy'])
  const second = warm(origin, ['/busy', '/b', '/c', '/d', '/e'])
  await Promise.all([first, second])
  const order = asked.map(({path}) => path)
  expect(order.indexOf('/busy', order.indexOf('/busy') + 1)).toBeGreaterThan(order.indexOf('/c'))
  expect(staleFor['/busy'], 'asked for until it is no longer the old one').toBe(0)
})

it('a page that can’t be had is counted and logged, and holds up no other', async () => {
  const said: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line))
  const {pagesNotRevalidated} = metrics
  await warm('http://127.0.0.1:1', ['/gone'])
  await warm(origin, ['/page'])
  expect(asked.map(({path}) => path)).toEqual(['/page'])
  expect(metrics.pagesNotRevalidated).toBe(pagesNotRevalidated + 1)
  expect(JSON.parse(said[0] ?? '')).toMatchObject({level: 'error', url: 'http://127.0.0.1:1/gone'})
})

it('when the CMS is down the rest is not tried, so that what is published next needn’t wait', async () => {
  const said: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line))
  await warm(
    'http://127.0.0.1:1',
    Array.from({length: 100}, (_, page) => `/page-${page}`),
  )
  expect(said.filter((line) => line.includes('Could not revalidate a page')).length).toBeLessThan(10)
  expect(said.join()).toContain('more stay stale')
  await warm(origin, ['/page'])
  expect(asked).toHaveLength(1)
})
