import {once} from 'node:events'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, beforeEach, expect, it, vi} from 'vitest'
import {metrics} from '#lib/server/observability/metrics.ts'
import * as queue from '#sanity/server/revalidate/revalidate-pages.ts'

/** The lists of a change. Its own pages are in `pages`. */
const revalidatePages = (to: string, lists: string[], pages: string[] = []) =>
  queue.revalidatePages(to, {pages, lists})

/** The duration of every answer, like the rendering of a page. */
const ANSWER_MS = 10

let server: Server
let origin: string
let requests: {path: string; published: number}[] = []
/** Number of publishes so far. */
let published = 0
/** Called after each answer. */
let onAnswer = () => {}
/** How often a page is still stale after a revalidation that joined a request from before the publish. */
let staleAnswers: Record<string, number> = {}
const rendering = new Map<string, number>()
let maxConcurrent = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (request.method === 'HEAD') {
      const stale = (staleAnswers[path] ?? 0) > 0
      if (stale) staleAnswers[path] = (staleAnswers[path] ?? 0) - 1
      response.writeHead(200, {'x-nextjs-cache': stale ? 'STALE' : 'HIT'}).end()
      return
    }
    requests.push({path, published})
    rendering.set(path, (rendering.get(path) ?? 0) + 1)
    maxConcurrent = Math.max(maxConcurrent, rendering.get(path) ?? 0)
    setTimeout(() => {
      rendering.set(path, (rendering.get(path) ?? 0) - 1)
      response.writeHead(path === '/broken' ? 500 : 200, {'x-nextjs-cache': 'REVALIDATED'}).end()
      onAnswer()
    }, ANSWER_MS)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  requests = []
  staleAnswers = {}
  maxConcurrent = 0
})

it('a page is requested again until it is fresh', async () => {
  staleAnswers = {'/page': 3}
  await revalidatePages(origin, ['/page'])
  expect(requests).toHaveLength(4)
})

it('a thousand publishes at once request each page a few times, the last time after the last publish', async () => {
  const paths = ['/a', '/b', '/c', '/d', '/e', '/f']
  const storm: Promise<void>[] = []
  for (published = 1; published <= 1000; published++) {
    storm.push(revalidatePages(origin, paths))
    if (published % 100 === 0 && published < 1000)
      await new Promise<void>((resolve) => {
        onAnswer = resolve
      })
  }
  published = 1000
  await Promise.all(storm)
  // The loop above yields nine times. Each page is requested once each time, and once or twice more.
  expect(requests.length).toBeLessThan(12 * paths.length)
  for (const path of paths) {
    expect(
      requests.some((request) => request.path === path && request.published >= 1000),
      path,
    ).toBe(true)
  }
  expect(maxConcurrent, 'a concurrent request would get the result of the first').toBe(1)
})

it('a page that is published again and again delays no other page', async () => {
  staleAnswers = {'/busy': 5}
  const first = revalidatePages(origin, ['/busy'])
  const second = revalidatePages(origin, ['/busy', '/b', '/c', '/d', '/e'])
  await Promise.all([first, second])
  const order = requests.map(({path}) => path)
  expect(order.lastIndexOf('/busy')).toBeGreaterThan(order.indexOf('/e'))
  expect(staleAnswers['/busy'], 'requested until it is fresh').toBe(0)
})

it('the pages of documents come before the lists of earlier publishes', async () => {
  const lists = Array.from({length: 8}, (_, list) => `/list-${list}`)
  const pages = ['/page-0', '/page-1', '/page-2', '/page-3']
  await Promise.all(pages.map((page) => revalidatePages(origin, lists, [page])))
  const order = requests.map(({path}) => path)
  expect(order.slice(0, 5)).toEqual(['/page-0', '/list-0', '/page-1', '/page-2', '/page-3'])
  expect(order.slice(5).toSorted()).toEqual(lists)
})

it('a page that fails is counted and logged, and delays no other page', async () => {
  const logged: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => logged.push(line))
  const {pagesNotRevalidated} = metrics
  await revalidatePages('http://127.0.0.1:1', ['/gone'])
  await revalidatePages(origin, ['/page'])
  expect(requests.map(({path}) => path)).toEqual(['/page'])
  expect(metrics.pagesNotRevalidated).toBe(pagesNotRevalidated + 1)
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({level: 'error', url: 'http://127.0.0.1:1/gone'})
})

it('when the site does not answer, the remaining pages are skipped, so that the next publish need not wait', async () => {
  const logged: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => logged.push(line))
  await revalidatePages(
    'http://127.0.0.1:1',
    Array.from({length: 100}, (_, page) => `/page-${page}`),
  )
  expect(logged.filter((line) => line.includes('Could not revalidate a page')).length).toBeLessThan(10)
  expect(logged.join()).toContain('more stay stale')
  await revalidatePages(origin, ['/page'])
  expect(requests).toHaveLength(1)
})
