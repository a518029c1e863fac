import {beforeAll, describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {cpuTimeMs} from '../src/time-limit.ts'
import {lakeForTests, site, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const hidden = 'only-for-members'
const bearer = {authorization: `Bearer ${token}`}

beforeAll(() => lake.client.create({_id: 'drafts.open', _type: 'page', title: hidden}))

describe('a listener without a token', () => {
  const search = new URLSearchParams({
    query: '*',
    includeAllVersions: 'true',
    includePreviousRevision: 'true',
    includeResult: 'true',
    effectFormat: 'mendoza',
    visibility: 'transaction',
  })

  /** The text of a stream while a draft and then published documents are written. */
  async function streamDuringWrites(
    open: (onText: (text: string) => void) => Promise<() => void>,
    id: string,
  ) {
    let text = ''
    const close = await open((part) => {
      text += part
    })
    await lake.client
      .transaction()
      .create({_id: `drafts.${id}`, _type: 'page', title: hidden})
      .create({_id: `sealed.${id}`, _type: 'page', title: hidden})
      .create({_id: id, _type: 'page', title: 'open'})
      .commit()
    await lake.client.create({_id: `${id}-last`, _type: 'page'})
    await expect.poll(() => text).toMatch(new RegExp(`${id}-last|"tags"[\\s\\S]*"tags"`))
    close()
    return text
  }

  const overHttp = (path: string) => async (onText: (text: string) => void) => {
    const abort = new AbortController()
    const {body} = await lake.request(path, {signal: abort.signal})
    void (async () => {
      for await (const chunk of body ?? []) onText(Buffer.from(chunk).toString())
    })().catch(() => undefined)
    return () => abort.abort()
  }

  const overWebSocket = (path: string) => async (onText: (text: string) => void) => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}${path}`)
    socket.on('message', (data) => onText(String(data)))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return () => socket.close()
  }

  it('gets public documents only, over HTTP, over a WebSocket and as live events', async () => {
    for (const version of ['v1', 'v2026-01-01']) {
      const path = `/${version}/data/listen/production?${search}`
      for (const [name, open] of Object.entries({
        http: overHttp(path),
        ws: overWebSocket(path),
        live: overHttp(`/${version}/data/live/events/production`),
      })) {
        const text = await streamDuringWrites(open, `${name}-${version}`)
        expect(text).toContain('event: welcome')
        expect(text).not.toContain(hidden)
        expect(text).not.toMatch(/drafts\.|sealed\./)
      }
    }
    const drafts = '/v2021-03-25/data/live/events/production?includeDrafts=true'
    expect((await lake.request(drafts)).status).toBe(401)
  })

  it('can’t read a draft through a reference in its filter', async () => {
    const query =
      '_id match "oracle*" && (_id == "oracle-last" || {"_ref": "drafts.open"}->title match "only*")'
    const path = `/v2026-01-01/data/listen/production?${new URLSearchParams({query: `*[${query}]`})}`
    const text = await streamDuringWrites(overHttp(path), 'oracle')
    expect(text.match(/event: mutation/g)).toHaveLength(1)
  })

  it('gets no private document when it resumes', async () => {
    const path = `/v2026-01-01/data/listen/production?${search}&enableResume=true`
    const first = await streamDuringWrites(overHttp(path), 'resume')
    const id = /id: (.*#resume)\n/.exec(first)?.[1] ?? ''
    const abort = new AbortController()
    const {body} = await lake.request(path, {headers: {'last-event-id': id}, signal: abort.signal})
    const {value} = (await body?.getReader().read()) ?? {}
    const text = Buffer.from(value ?? []).toString()
    expect(text).toContain('event: welcomeback')
    expect(text).not.toMatch(new RegExp(`${hidden}|drafts\\.|sealed\\.`))
    abort.abort()
  })
})

describe('a WebSocket', () => {
  const status = (path: string, headers: Record<string, string>) =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${lake.url.replace('http', 'ws')}${path}`, {headers})
      socket.on('unexpected-response', (request, response) => {
        resolve(response.statusCode)
        request.destroy()
      })
      socket.on('error', () => undefined)
      socket.on('open', () => {
        resolve(101)
        socket.close()
      })
    })
  const listen = '/v2026-01-01/data/listen/production?query=*'

  it('with a foreign Origin or Host is refused before the upgrade', async () => {
    const {port} = new URL(lake.url)
    for (const path of [listen, '/v1/socket/production', '/anything']) {
      expect(await status(path, {origin: 'https://evil.example'})).toBe(403)
      expect(await status(path, {origin: 'null', ...bearer})).toBe(403)
      expect(await status(path, {host: `evil.example:${port}`})).toBe(403)
      expect(await status(path, {authorization: 'Bearer wrong'})).toBe(401)
    }
    expect(await status('/v1/socket/production', {})).toBe(401)
    expect(await status(listen, {origin: site})).toBe(101)
    expect(await status('//', bearer)).toBe(400)
  })
})

describe('a filter that takes too long', () => {
  const list = `[${Array.from({length: 60}, (_, index) => index)}]`
  const slow = `*[count(${list}[count(${list}[count(${list}[count(${list}) > 1]) > 1]) > 1]) > 1]`

  it('closes its own stream only', async () => {
    const listen = async (query: string) => {
      const {body} = await lake.request(`/v1/data/listen/production?${new URLSearchParams({query})}`)
      const received: string[] = []
      const done = (async () => {
        for await (const chunk of body ?? []) received.push(Buffer.from(chunk).toString())
      })()
      return {received, done}
    }
    const first = await listen('*[_type == "page"]')
    const slowListeners = await Promise.all(Array.from({length: 8}, () => listen(slow)))
    const last = await listen('*[_type == "page"]')
    const before = cpuTimeMs()
    await lake.client.create({_id: 'after-slow', _type: 'page'})
    for (const {received} of [first, last]) await expect.poll(() => received.join('')).toContain('after-slow')
    // CPU time of this thread, which the lake shares: less than one of these filters takes.
    expect(cpuTimeMs() - before).toBeLessThan(1000)
    await Promise.all(slowListeners.map(({done}) => done))
    for (const {received} of slowListeners)
      expect(received.join('')).toMatch(/channelError\ndata: .*stopped after [\d.]+ ms/)
  })
})
