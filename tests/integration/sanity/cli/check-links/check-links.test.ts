import {createServer, type IncomingMessage, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest'
import {checkLinks} from '#sanity/cli/check-links/check-links.ts'
import {isPublicAddress} from '#sanity/cli/check-links/public-address.ts'
import {request} from '#sanity/cli/check-links/request.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {linkReportId} from '#sanity/queries/link-report.ts'
import {checkParams} from '#sanity/structure/checks.ts'
import {type CheckedRow, NEEDS_CHECK_QUERY, reasonText} from '#sanity/structure/needs-check-query.ts'

const lake = lakeForTests()

type Received = {method: string; url: string; time: number; agent: string}
const received: Received[] = []
let broken = new Set(['/gone'])
let base = ''

/** Answers by path, as servers on the web do. */
const answers: Record<string, (request: IncomingMessage) => [number, Record<string, string>?]> = {
  '/page': () => [200],
  '/only-get': ({method}) => [method === 'GET' ? 200 : 405],
  '/head-is-404': ({method}) => [method === 'GET' ? 200 : 404],
  '/head-goes-wrong': ({method}) => (method === 'GET' ? [200] : [302, {location: '/gone'}]),
  '/moved': () => [301, {location: '/page'}],
  '/circle': () => [302, {location: '/circle'}],
  '/cookie-wall': () => [302, {location: '/cookie-wall', 'set-cookie': 'seen=1'}],
  '/robots-refused': () => [403],
  '/busy': () => [received.filter(({url}) => url === '/busy').length > 1 ? 200 : 429, {'retry-after': '0'}],
  '/busy-for-long': () => [503, {'retry-after': '3600'}],
  '/inside': () => [302, {location: base.replace('127.0.0.1', '127.0.0.2')}],
}

let server: Server
beforeAll(async () => {
  server = createServer((request, response) => {
    const {method = '', url = '', headers} = request
    received.push({method, url, time: performance.now(), agent: headers['user-agent'] ?? ''})
    if (url === '/silent') return
    const [status, more] = broken.has(url) ? [404] : (answers[url]?.(request) ?? [200])
    response.writeHead(status, more).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

beforeEach(async () => {
  received.length = 0
  broken = new Set(['/gone'])
  await lake.client.delete({query: '*[_type in ["source", "network", "linkReport"]]'})
})

const source = (_id: string, url: string) => lake.client.create({_id, _type: 'source', title: _id, url})
const run = (options: object = {}) =>
  checkLinks(lake.client, {
    siteUrl: 'https://www.example.org',
    gapMs: 0,
    isAllowed: (address) => address === '127.0.0.1',
    ...options,
  })
/** The Studio's list: the reasons by document. */
const listed = async () => {
  const rows = await lake.client
    .withConfig({perspective: 'drafts'})
    .fetch<CheckedRow[]>(NEEDS_CHECK_QUERY, checkParams())
  return Object.fromEntries(
    rows
      .filter(({reasons}) => reasons?.includes('not-answering'))
      .map((row) => [row._id, reasonText(row).replaceAll('\u00a0', ' ')]),
  )
}

it('an address that visitors can open is not reported, even if HEAD fails', async () => {
  for (const path of ['/page', '/only-get', '/head-is-404', '/head-goes-wrong', '/moved', '/busy'])
    await source(path.slice(1), base + path)
  const {links, unknown, addresses} = await run()
  expect({links, unknown, addresses}).toEqual({links: [], unknown: [], addresses: 6})
  expect(received.filter(({url}) => url === '/only-get').map(({method}) => method)).toEqual(['HEAD', 'GET'])
})

it('a failing address is in the Studio’s list, with what happened, how often and when', async () => {
  await source('ok', `${base}/page`)
  await source('dead', `${base}/gone`)
  await source('circle', `${base}/circle`)
  await lake.client.create({
    _id: 'network',
    _type: 'network',
    lastChecked: '2020-01-01',
    body: {cs: [{_type: 'block', _key: 'a', markDefs: [{_type: 'link', _key: 'l', href: `${base}/gone`}]}]},
  })
  await run({now: new Date('2026-10-20T10:00:00Z')})
  await run({now: new Date('2026-10-20T11:00:00Z')})
  expect((await listed()).dead).toMatch(/\/gone neodpovídá \(404\), zkoušeno jednou, 20\. října 2026$/)
  await run({now: new Date('2026-11-03T10:00:00Z')})
  const list = await listed()
  expect(list.dead).toMatch(/\(404\), zkoušeno 2× od 20\. října 2026, naposledy 3\. listopadu 2026$/)
  expect(list.circle).toContain('přesměrování nikam nevede')
  expect(list.network).toContain('/gone neodpovídá (404)')
  expect(Object.keys(list)).not.toContain('ok')
})

it('it leaves the list when the link was changed, or when it answers again', async () => {
  await source('ok', `${base}/page`)
  await source('changed', `${base}/gone`)
  await source('repaired', `${base}/gone?again`)
  broken.add('/gone?again')
  await run()
  expect(Object.keys(await listed()).sort()).toEqual(['changed', 'repaired'])
  await lake.client.create({_id: 'drafts.changed', _type: 'source', title: 'changed', url: `${base}/page`})
  broken.delete('/gone?again')
  expect(Object.keys(await listed())).toEqual(['repaired'])
  await run()
  expect(await listed()).toEqual({})
})

it('a server that refuses robots, wants a cookie or asks for a long pause is no dead link', async () => {
  await source('ok', `${base}/page`)
  await source('refused', `${base}/robots-refused`)
  await source('busy', `${base}/busy-for-long`)
  await source('cookie', `${base}/cookie-wall`)
  const {links, unknown} = await run()
  expect(links).toEqual([])
  expect(unknown.map(({url}) => url.replace(base, '')).sort()).toEqual([
    '/busy-for-long',
    '/cookie-wall',
    '/robots-refused',
  ])
})

it('nothing on this machine or its network is requested: neither at once, nor by its name, nor by a redirect', async () => {
  const inside = base.replace('127.0.0.1', '127.0.0.2')
  await source('ok', `${base}/page`)
  await source('at-once', `${inside}/page`)
  await source('redirect', `${base}/inside`)
  const {links} = await run()
  expect(links.map(({url, fault}) => [url, fault]).sort()).toEqual([
    [`${base}/inside`, 'private'],
    [`${inside}/page`, 'private'],
  ])
  received.length = 0
  const byName = new URL(base.replace('127.0.0.1', 'localhost'))
  const options = {userAgent: 'test', timeoutMs: 5000, isAllowed: isPublicAddress}
  await expect(request('GET', byName, options)).rejects.toThrow(/^localhost is at /)
  expect(received).toEqual([])
})

it('a server that never answers is given up', async () => {
  await source('ok', `${base}/page`)
  await source('silent', `${base}/silent`)
  const {links} = await run({timeoutMs: 300})
  expect(links.map(({fault}) => fault)).toEqual(['timeout'])
})

it('a host gets one request at a time, with a pause between them, and is told who asks', async () => {
  for (const name of ['a', 'b', 'c']) await source(name, `${base}/page?${name}`)
  await run({gapMs: 60})
  const gaps = received.slice(1).map(({time}, index) => time - (received[index]?.time ?? 0))
  expect(gaps).toHaveLength(2)
  for (const gap of gaps) expect(gap).toBeGreaterThan(45)
  expect(received[0]?.agent).toMatch(/bot.*\+https:\/\/www\.example\.org/)
})

it('when nothing answers at all, the last report stays', async () => {
  await source('ok', `${base}/page`)
  await source('dead', `${base}/gone`)
  await run()
  const before = await lake.client.getDocument(linkReportId)
  await lake.client.patch('ok').set({url: 'http://127.0.0.1:1/'}).commit()
  await lake.client.patch('dead').set({url: 'http://127.0.0.1:1/other'}).commit()
  await expect(run()).rejects.toThrow('Is this machine online?')
  expect(await lake.client.getDocument(linkReportId)).toEqual(before)
})

it('anonymous readers do not get the report', async () => {
  await source('dead', `${base}/gone`)
  await source('ok', `${base}/page`)
  await run()
  expect(await lake.visitor.fetch('count(*[_type == "linkReport"])')).toBe(0)
})
