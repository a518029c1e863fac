import {request as httpRequest} from 'node:http'
import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests, site, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const query = (search: Record<string, string> = {}) =>
  `/v2026-01-01/data/query/production?${new URLSearchParams({query: '*', ...search})}`

const mutation = JSON.stringify({mutations: [{create: {_type: 'x'}}]})

beforeAll(async () => {
  await lake.client.create({_id: 'open', _type: 'page'})
  await lake.client.create({_id: 'drafts.secret', _type: 'page'})
})

/** fetch can't set `Host`. */
const statusWithHost = (host: string) =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${lake.url}${query()}`, {headers: {host}}, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end()
  })

describe('a request without credentials', () => {
  it('reads published documents only, in any perspective', async () => {
    for (const perspective of ['published', 'raw']) {
      const {result} = await (await lake.request(query({perspective}))).json()
      expect(result.map(({_id}: {_id: string}) => _id)).toEqual(['open'])
    }
    expect((await lake.request(query({perspective: 'drafts'}))).status).toBe(401)
    const {documents, omitted} = await (await lake.request('/v1/data/doc/production/drafts.secret')).json()
    expect({documents, omitted}).toEqual({
      documents: [],
      omitted: [{id: 'drafts.secret', reason: 'permission'}],
    })
  })

  it('can’t write', async () => {
    for (const endpoint of ['mutate', 'actions']) {
      const response = await lake.request(`/v1/data/${endpoint}/production`, {method: 'POST', body: mutation})
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({statusCode: 401, error: 'Unauthorized'})
    }
  })

  it('can’t read history, webhooks or users', async () => {
    for (const path of ['data/history/production/transactions/open', 'hooks/projects/local', 'users/me'])
      expect((await lake.request(`/v2021-10-04/${path}`)).status).toBe(401)
  })
})

describe('a token', () => {
  it('that is wrong is refused, even where none is needed', async () => {
    for (const authorization of ['Bearer wrong', `Basic ${token}`, 'Bearer '])
      expect((await lake.request(query(), {headers: {authorization}})).status).toBe(401)
  })

  it('that is correct reads drafts', async () => {
    const headers = {authorization: `Bearer ${token}`}
    const {result} = await (await lake.request(query({perspective: 'drafts'}), {headers})).json()
    expect(result).toHaveLength(2)
  })
})

describe('a page', () => {
  it('of an allowed origin may read drafts and write', async () => {
    const preflight = await lake.request('/v1/data/mutate/production', {
      method: 'OPTIONS',
      headers: {origin: site, 'access-control-request-headers': 'content-type,x-sanity-project-id'},
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-sanity-project-id')
    const answer = await lake.request(query({perspective: 'drafts'}), {headers: {origin: site}})
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe(site)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
  })

  it('of an allowed origin can read errors and streams too', async () => {
    const parseFailure = await lake.request(query({query: '*['}), {headers: {origin: site}})
    expect([parseFailure.status, parseFailure.headers.get('access-control-allow-origin')]).toEqual([
      400,
      site,
    ])
    const abort = new AbortController()
    const init = {headers: {origin: site}, signal: abort.signal}
    const stream = await lake.request('/v1/data/listen/production?query=*', init)
    expect(stream.headers.get('access-control-allow-origin')).toBe(site)
    abort.abort()
  })

  it('of a foreign origin is always refused', async () => {
    for (const origin of ['https://evil.example', 'null', `${site}.evil.example`]) {
      const response = await lake.request(query(), {headers: {origin}})
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
      const write = await lake.request('/v1/data/mutate/production', {
        method: 'POST',
        headers: {origin},
        body: mutation,
      })
      expect(write.status).toBe(403)
    }
  })

  it('that rebinds its DNS name to this machine is refused', async () => {
    const {port} = new URL(lake.url)
    expect(await statusWithHost(`127.0.0.1:${port}`)).toBe(200)
    expect(await statusWithHost(`localhost:${port}`)).toBe(200)
    expect(await statusWithHost(`local.localhost:${port}`)).toBe(200)
    for (const host of [
      'evil.example',
      'another.localhost',
      'local.localhost.evil.example',
      'local.127.0.0.1',
    ])
      expect([host, await statusWithHost(`${host}:${port}`)]).toEqual([host, 403])
    expect(await statusWithHost('127.0.0.1:1')).toBe(403)
  })
})

describe('a bad request', () => {
  const post = (body: string) =>
    lake.request('/v1/data/mutate/production', {
      method: 'POST',
      body,
      headers: {authorization: `Bearer ${token}`},
    })

  it('gets a status that says what is wrong', async () => {
    expect((await post('{')).status).toBe(400)
    expect((await post('{"mutations": 1}')).status).toBe(400)
    expect((await post('{"mutations": [{"explode": {}}]}')).status).toBe(400)
    expect((await post('{"mutations": [{"create": {"_id": "../x", "_type": "x"}}]}')).status).toBe(400)
    expect((await post('{"mutations": [{"patch": {"id": "open", "set": {"..": 1}}}]}')).status).toBe(400)
    expect((await post(`{"mutations": ${'['.repeat(5000)}${']'.repeat(5000)}}`)).status).toBe(400)
    expect((await post(`"${'x'.repeat(11 * 1024 * 1024)}"`)).status).toBe(413)
    expect((await lake.request('/v1/data/query/nowhere?query=*')).status).toBe(404)
    expect((await lake.request('/v1/nothing')).status).toBe(404)
  })
})

describe('an unsupported feature', () => {
  it('gets 501 with its name', async () => {
    const headers = {authorization: `Bearer ${token}`}
    for (const [path, name] of [
      [query({variant: 'x'}), 'document variants'],
      ['/v1/datasets/production/copy', 'copying datasets'],
      ['/v1/aliases/another', 'dataset aliases'],
    ] as const) {
      const response = await lake.request(path, {headers})
      expect([response.status, (await response.json()).message]).toEqual([501, expect.stringContaining(name)])
    }
  })
})

describe('a request without a perspective', () => {
  it('sees published documents from API version 2025-02-19 on, and all documents before', async () => {
    const headers = {authorization: `Bearer ${token}`}
    const count = async (version: string) =>
      (await (await lake.request(`/${version}/data/query/production?query=count(*)`, {headers})).json())
        .result
    expect(await count('v2025-02-19')).toBe(1)
    expect(await count('vX')).toBe(1)
    expect(await count('v2025-02-18')).toBe(2)
    expect(await count('v1')).toBe(2)
  })
})
