import {existsSync, readFileSync} from 'node:fs'
import {request as httpRequest} from 'node:http'
import {beforeAll, describe, expect, it} from 'vitest'
import {createApp} from '../src/app.ts'
import type {Lake} from '../src/lake.ts'
import {openStore} from '../src/store/store.ts'
import {lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const hidden = 'only-for-members'
const hookSecret = 'a-hook-secret-0123456789'
const bearer = {authorization: `Bearer ${token}`}

/** A value for each route parameter. They lead to documents that need credentials. */
const parameterValues: Record<string, string> = {
  version: 'v2021-06-07',
  dataset: 'production',
  projectId: 'local',
  ids: 'open,drafts.open,versions.rx.open,sealed.open,image-x',
  id: 'drafts.open',
  keys: 'a',
  kind: 'images',
  name: `${'0'.repeat(40)}-1x1.png`,
}

type Route = {method: string; path: string}

/** All routes, from the router's own table. */
function routes(): Route[] {
  const options = optionsFor(temporaryFolder())
  const store = openStore(options.dir)
  const {routes} = createApp({options, store} as Lake)
  store.close()
  const found = routes.flatMap(({method, path}) => {
    const concrete = path
      .replace(/:(\w+)(\{[^/]*\})?/g, (_, name) => parameterValues[name] ?? name)
      .replace('*', 'x')
    return (method === 'ALL' ? ['GET', 'POST'] : [method]).map((method) => ({method, path: concrete}))
  })
  return [...new Map(found.map((route) => [`${route.method} ${route.path}`, route])).values()]
}

/** A stream never ends, so it is aborted as soon as it is open. */
const isStream = (response: Response) => response.headers.get('content-type')?.startsWith('text/event-stream')

async function send({method, path}: Route, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const body = method === 'GET' ? {} : {body: '{}'}
  const response = await lake.request(path, {method, headers, ...body, signal: abort.signal})
  if (isStream(response)) abort.abort()
  return response
}

const textOf = (response: Response) => (isStream(response) ? '' : response.text())

/** fetch can't set `Host`. */
const statusWithHost = ({method, path}: Route, host: string) =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${lake.url}${path}`, {method, headers: {host}}, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end()
  })

beforeAll(async () => {
  const {client} = lake
  await client.create({_id: 'open', _type: 'page', title: 'open'})
  for (const _id of ['drafts.open', 'versions.rx.open', 'sealed.open'])
    await client.create({_id, _type: 'page', title: hidden})
  const hook = {
    name: 'h',
    url: 'http://127.0.0.1:9/',
    dataset: 'production',
    rule: {on: ['create']},
    secret: hookSecret,
    isDisabledByUser: true,
  }
  const init = {method: 'POST', headers: bearer, body: JSON.stringify(hook)}
  const created = await lake.request('/v2021-10-04/hooks/projects/local', init)
  expect(created.status).toBe(201)
  expect(await created.text()).not.toContain(hookSecret)
})

describe('every route', () => {
  const table = routes()

  it('is in the table of this test', () => {
    expect(table.length).toBeGreaterThan(40)
    for (const part of ['data/query', 'data/mutate', 'data/listen', 'data/history', 'assets/images', 'hooks'])
      expect(table.some(({path}) => path.includes(part))).toBe(true)
  })

  it('refuses a foreign Origin, with or without the token', async () => {
    for (const route of table) {
      for (const headers of [{origin: 'https://evil.example'}, {origin: 'null', ...bearer}]) {
        const response = await send(route, headers)
        expect([route, response.status]).toEqual([route, 403])
        expect(response.headers.get('access-control-allow-origin')).toBeNull()
      }
    }
  })

  it('refuses a foreign Host', async () => {
    const {port} = new URL(lake.url)
    for (const route of table) {
      for (const host of [`evil.example:${port}`, '127.0.0.1:1', `127.0.0.1.evil.example:${port}`])
        expect([route, await statusWithHost(route, host)]).toEqual([route, 403])
    }
  })

  it('refuses a wrong token', async () => {
    for (const route of table) {
      const {status} = await send(route, {authorization: 'Bearer wrong'})
      expect([route, status]).toEqual([route, 401])
    }
  })

  it('without credentials returns public documents only and can’t write', async () => {
    for (const route of table) {
      const response = await send(route)
      expect([route, await textOf(response)]).not.toEqual([route, expect.stringContaining(hidden)])
      // Queries may be sent as POST, telemetry is dropped unread, 501 and 404 do nothing.
      const isHarmless = /\/data\/query\/|\/intake\//.test(route.path) || [404, 501].includes(response.status)
      if (route.method !== 'GET' && !isHarmless) expect([route, response.status]).toEqual([route, 401])
    }
  })

  it('never returns the token or a webhook secret, even with credentials', async () => {
    const [hook] = await (await lake.request('/v2021-10-04/hooks/projects/local', {headers: bearer})).json()
    const hookRoutes = ['', '/messages', '/attempts'].map((part) => ({
      method: 'GET',
      path: `/v2021-10-04/hooks/projects/local/${hook.id}${part}`,
    }))
    const update = {method: 'PATCH', path: `/v2021-10-04/hooks/projects/local/${hook.id}`}
    for (const route of [...table, ...hookRoutes, update]) {
      const text = await textOf(await send(route, bearer))
      for (const secret of [token, hookSecret])
        expect([route, text]).not.toEqual([route, expect.stringContaining(secret)])
    }
  })
})

describe('a page that sends no Origin', () => {
  const status = async (path: string, headers: Record<string, string>) =>
    (await lake.request(path, {headers})).status
  const query = '/v1/data/query/production?query=1'

  it('can’t request the API through an <img> or <script>', async () => {
    for (const site of ['cross-site', 'same-site'])
      expect(await status(query, {'sec-fetch-site': site, 'sec-fetch-dest': 'image'})).toBe(403)
  })

  it('can show images, and an API URL can be opened in a tab', async () => {
    const image = `/images/local/production/${'0'.repeat(40)}-1x1.png`
    expect(await status(image, {'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image'})).toBe(404)
    expect(await status(query, {'sec-fetch-site': 'none', 'sec-fetch-dest': 'document'})).toBe(200)
    expect(await status(query, {'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document'})).toBe(200)
  })
})

describe('a request without credentials', () => {
  const queries = [
    '*',
    '*[_id == "drafts.open"]',
    '*[_id in path("drafts.**")]',
    '*[_id in path("versions.**")]',
    'count(*[title match "only*"])',
    '{"_ref": "drafts.open"}->title',
    '*[0]{"x": {"_ref": "sealed.open"}->title}',
    '*[references("open")]',
    '*[sanity::versionOf("open")]',
    '*[sanity::partOfRelease("rx")]',
    'releases::all()',
  ]

  it('reads public documents only, with any query, perspective and API version', async () => {
    for (const version of ['v1', 'v2021-06-07', 'v2026-01-01', 'vX']) {
      for (const perspective of [
        undefined,
        'raw',
        'published',
        'drafts',
        'previewDrafts',
        'rx',
        'rx,drafts',
      ]) {
        for (const query of queries) {
          const search = new URLSearchParams({query, ...(perspective && {perspective})})
          for (const path of [`?${search}`, `?perspective=${perspective ?? ''}`]) {
            const isGet = path.includes('query=')
            const response = await lake.request(`/${version}/data/query/production${path}`, {
              method: isGet ? 'GET' : 'POST',
              ...(isGet ? {} : {body: JSON.stringify({query})}),
            })
            const text = await response.text()
            expect([query, perspective, text.replace(/"query":"(?:[^"\\]|\\.)*"/, '')]).not.toEqual([
              query,
              perspective,
              expect.stringMatching(new RegExp(`${hidden}|drafts.open|versions.rx|sealed.open"|"result":1,`)),
            ])
          }
        }
      }
    }
  })

  it('can’t read history in any form', async () => {
    for (const path of [
      'documents/open',
      'documents/drafts.open?time=2030-01-01T00:00:00Z',
      'transactions/open,drafts.open?effectFormat=mendoza',
      'events/documents/open',
    ])
      expect((await lake.request(`/v2025-02-19/data/history/production/${path}`)).status).toBe(401)
  })
})

describe('the lake', () => {
  it.runIf(existsSync('/proc/net/tcp'))('listens on 127.0.0.1 only', () => {
    const port = Number(new URL(lake.url).port).toString(16).toUpperCase().padStart(4, '0')
    const tables = ['/proc/net/tcp', '/proc/net/tcp6'].filter(existsSync)
    const listening = tables
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === '0A')
    expect(listening.map(([, local]) => local)).toEqual([`0100007F:${port}`])
  })
})
