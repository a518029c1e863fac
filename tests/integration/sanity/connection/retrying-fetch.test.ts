import {createServer, type IncomingMessage, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, test} from 'vitest'
import {Connection} from '#sanity/connection/connection.ts'
import {createRetryingFetch, type Fetch} from '#sanity/connection/retrying-fetch.ts'

const commit = '/v1/data/actions/production?tag=sanity.studio.document.commit'
const listen = '/v1/data/listen/production?enableResume=true'

let server: Server | undefined
let port = 0

/** Starts a server on the same port as before, so that pending retries reach it. */
async function startServer(answer: RequestListener) {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve))
  port = (started.address() as AddressInfo).port
}

async function stopServer() {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined))
  server = undefined
}

afterEach(stopServer)

/** A fetch that retries every 10 ms. */
function setUp(isReachable: () => Promise<boolean> = async () => false) {
  const connection = new Connection(10)
  const retryingFetch = createRetryingFetch(fetch as Fetch, connection, isReachable)
  const request: Fetch = (path, init) => retryingFetch(`http://127.0.0.1:${port}${path}`, init)
  const untilState = (wanted: Partial<ReturnType<Connection['state']>>) =>
    new Promise<void>((resolve) => {
      const check = () => {
        const state = connection.state()
        if (Object.entries(wanted).every(([key, value]) => Reflect.get(state, key) === value)) resolve()
      }
      connection.subscribe(check)
      check()
    })
  return {request, connection, untilState}
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('a read waits until an outage is over, and the connection is reported as lost meanwhile', async () => {
  await startServer((_, response) => response.end('before'))
  const {request, connection, untilState} = setUp()
  await request('/v1/data/query/production')
  await stopServer()
  const answer = request('/v1/data/query/production')
  await untilState({lost: true})
  expect(connection.state()).toEqual({lost: true, unsaved: false})
  await startServer((_, response) => response.end('after'))
  expect(await (await answer).text()).toBe('after')
  expect(connection.state()).toEqual({lost: false, unsaved: false})
})

test.each([502, 503, 504])('status %i is retried like an outage', async (status) => {
  let requests = 0
  await startServer((_, response) => response.writeHead(requests++ < 2 ? status : 200).end('there'))
  const {request} = setUp()
  expect(await (await request('/v1/data/query/production')).text()).toBe('there')
  expect(requests).toBe(3)
})

test('an edit is saved after the outage, and is reported as unsaved until then', async () => {
  await startServer((_, response) => response.end())
  const {request, untilState} = setUp()
  await request('/v1/ping')
  await stopServer()
  const saved = request(commit, {method: 'POST', body: '{"transactionId":"one"}'})
  await untilState({unsaved: true})
  const bodies: string[] = []
  await startServer(async (request, response) => {
    bodies.push(await bodyOf(request))
    response.end('{}')
  })
  expect((await saved).status).toBe(200)
  expect(bodies).toEqual(['{"transactionId":"one"}'])
})

test('an edit whose response was lost does not conflict with its own retry', async () => {
  let attempts = 0
  await startServer((_, response) => {
    if (attempts++ === 0) response.destroy()
    else response.writeHead(409).end('{"description":"A transaction with the ID \\"one\\" already exists"}')
  })
  const {request} = setUp()
  const answer = await request(commit, {method: 'POST', body: '{"transactionId":"one"}'})
  expect(await new Response(answer.body).json()).toEqual({transactionId: 'one', results: []})
})

test('any other conflict is returned as a conflict', async () => {
  await startServer((_, response) =>
    response.writeHead(409).end('{"description":"The document is there already"}'),
  )
  const {request} = setUp()
  const answer = await request(commit, {method: 'POST', body: '{"transactionId":"one"}'})
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('is there already')
})

test('a write other than an edit fails at once, because only the editor can decide to repeat it', async () => {
  await startServer((_, response) => response.end())
  const {request, connection} = setUp()
  await request('/v1/ping')
  await stopServer()
  await expect(request('/v1/data/actions/production', {method: 'POST', body: '{}'})).rejects.toThrow()
  expect(connection.state().lost).toBe(false)
})

test('a request fails at once when the lake is up but refuses the site', async () => {
  await startServer((_, response) => response.end())
  await stopServer()
  await expect(setUp(async () => true).request('/v1/users/me')).rejects.toThrow()
})

test('a request is repeated when the lake comes up after its first attempt', async () => {
  await startServer((_, response) => response.end())
  await stopServer()
  const {request} = setUp(async () => {
    await startServer((_, response) => response.end('here now'))
    return true
  })
  expect(await (await request('/v1/users/me')).text()).toBe('here now')
})

test('an aborted request stops waiting', async () => {
  await startServer((_, response) => response.end())
  await stopServer()
  const {request, connection, untilState} = setUp()
  const controller = new AbortController()
  const answer = request('/v1/data/query/production', {signal: controller.signal})
  await untilState({lost: true})
  controller.abort(new Error('The pane is closed.'))
  await expect(answer).rejects.toThrow('The pane is closed.')
  expect(connection.state().lost).toBe(false)
})

test('a listener resumes after the last complete event', async () => {
  const resumedFrom: unknown[] = []
  await startServer((request, response) => {
    resumedFrom.push(request.headers['last-event-id'])
    if (resumedFrom.length === 1) {
      response.write('event: welcome\ndata: {}\n\nid: one\ndata: 1\n\nid: two\nda', () => response.destroy())
    } else response.end('id: two\ndata: 2\n\n')
  })
  const {request} = setUp()
  const controller = new AbortController()
  const {body} = await request(listen, {signal: controller.signal})
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  let received = ''
  while (!received.endsWith('data: 2\n\n')) received += new TextDecoder().decode((await reader.read()).value)
  controller.abort()
  expect(received).toBe('event: welcome\ndata: {}\n\nid: one\ndata: 1\n\nid: two\ndata: 2\n\n')
  expect(resumedFrom.slice(0, 2)).toEqual([undefined, 'one'])
})

test('a listener that restarts reports it only after pending edits are saved', async () => {
  const order: string[] = []
  let listeners = 0
  let save: (() => void) | undefined
  await startServer((request, response) => {
    if (request.url?.startsWith('/v1/data/listen')) response.write(`event: welcome\ndata: ${++listeners}\n\n`)
    else if (listeners < 2) response.destroy()
    else save = () => response.end('{}')
  })
  const {request, untilState} = setUp()
  const {body} = await request(listen)
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  const saved = request(commit, {method: 'POST', body: '{"transactionId":"one"}'}).then(() =>
    order.push('saved'),
  )
  await untilState({unsaved: true})
  server?.closeAllConnections()
  const restarted = reader.read().then(() => order.push('restarted'))
  await expect.poll(() => listeners === 2 && save !== undefined).toBe(true)
  // By the end of this request, a listener that does not wait would have reported.
  await request('/v1/data/listen/production').then(({body}) => body?.cancel())
  save?.()
  await Promise.all([saved, restarted])
  expect(order).toEqual(['saved', 'restarted'])
})
