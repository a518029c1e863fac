import {beforeAll, describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {processorTime} from '../src/time-limit.ts'
import {lakeForTests, site, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const hidden = 'only-for-members'
const bearer = {authorization: `Bearer ${token}`}

beforeAll(() => lake.member.create({_id: 'drafts.open', _type: 'page', title: hidden}))

describe('a listener without a token', () => {
  const search = new URLSearchParams({
    query: '*',
    includeAllVersions: 'true',
    includePreviousRevision: 'true',
    includeResult: 'true',
    effectFormat: 'mendoza',
    visibility: 'transaction',
  })

  /** What a stream says while a draft is written and then published documents are. */
  async function heard(open: (say: (text: string) => void) => Promise<() => void>, id: string) {
    let text = ''
    const close = await open((part) => {
      text += part
    })
    await lake.member
      .transaction()
      .create({_id: `drafts.${id}`, _type: 'page', title: hidden})
      .create({_id: `sealed.${id}`, _type: 'page', title: hidden})
      .create({_id: id, _type: 'page', title: 'open'})
      .commit()
    await lake.member.create({_id: `${id}-last`, _type: 'page'})
    await expect.poll(() => text).toMatch(new RegExp(`${id}-last|"tags"[\\s\\S]*"tags"`))
    close()
    return text
  }

  const overHttp = (path: string) => async (say: (text: string) => void) => {
    const abort = new AbortController()
    const {body} = await lake.request(path, {signal: abort.signal})
    void (async () => {
      for await (const chunk of body ?? []) say(Buffer.from(chunk).toString())
    })().catch(() => undefined)
    return () => abort.abort()
  }

  const overWebSocket = (path: string) => async (say: (text: string) => void) => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}${path}`)
    socket.on('message', (data) => say(String(data)))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return () => socket.close()
  }

  it('hears of published documents alone, over HTTP and over a WebSocket, and as live events', async () => {
    for (const version of ['v1', 'v2026-01-01']) {
      const path = `/${version}/data/listen/production?${search}`
      for (const [name, open] of Object.entries({
        http: overHttp(path),
        ws: overWebSocket(path),
        live: overHttp(`/${version}/data/live/events/production`),
      })) {
        const text = await heard(open, `${name}-${version}`)
        expect(text).toContain('event: welcome')
        expect(text).not.toContain(hidden)
        expect(text).not.toMatch(/drafts\.|sealed\./)
      }
    }
    const drafts = '/v2021-03-25/data/live/events/production?includeDrafts=true'
    expect((await lake.request(drafts)).status).toBe(401)
  })

  it('learns nothing of a draft by following a reference to it in its filter', async () => {
    const query =
      '_id match "oracle*" && (_id == "oracle-last" || {"_ref": "drafts.open"}->title match "only*")'
    const path = `/v2026-01-01/data/listen/production?${new URLSearchParams({query: `*[${query}]`})}`
    const text = await heard(overHttp(path), 'oracle')
    expect(text.match(/event: mutation/g)).toHaveLength(1)
  })

  it('misses nothing it may not see when it resumes', async () => {
    const path = `/v2026-01-01/data/listen/production?${search}&enableResume=true`
    const first = await heard(overHttp(path), 'resume')
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

  it('with a foreign Origin or Host is refused before it is upgraded', async () => {
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

  it('costs its listener the stream, and the others nothing', async () => {
    const listen = async (query: string) => {
      const {body} = await lake.request(`/v1/data/listen/production?${new URLSearchParams({query})}`)
      const said: string[] = []
      const done = (async () => {
        for await (const chunk of body ?? []) said.push(Buffer.from(chunk).toString())
      })()
      return {said, done}
    }
    const first = await listen('*[_type == "page"]')
    const slows = await Promise.all(Array.from({length: 8}, () => listen(slow)))
    const last = await listen('*[_type == "page"]')
    const before = processorTime()
    await lake.member.create({_id: 'after-slow', _type: 'page'})
    for (const {said} of [first, last]) await expect.poll(() => said.join('')).toContain('after-slow')
    // Of this thread, which the lake shares: less than one filter of them would take.
    expect(processorTime() - before).toBeLessThan(1000)
    await Promise.all(slows.map(({done}) => done))
    for (const {said} of slows) expect(said.join('')).toMatch(/channelError\ndata: .*stopped after [\d.]+ ms/)
  })
})
