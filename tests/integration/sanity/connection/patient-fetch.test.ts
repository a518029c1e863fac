import {createServer, type IncomingMessage, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, test} from 'vitest'
import {Connection} from '#sanity/connection/connection.ts'
import {type Fetch, patientFetch} from '#sanity/connection/patient-fetch.ts'

const commit = '/v1/data/actions/production?tag=sanity.studio.document.commit'
const listen = '/v1/data/listen/production?enableResume=true'

let server: Server | undefined
let port = 0

/** Answers on the same port as before, so that what waits finds it. */
async function up(answer: RequestListener) {
  const started = createServer(answer)
  server = started
  await new Promise<void>((ready) => started.listen(port, '127.0.0.1', ready))
  port = (started.address() as AddressInfo).port
}

async function down() {
  server?.closeAllConnections()
  await new Promise((closed) => server?.close(closed) ?? closed(undefined))
  server = undefined
}

afterEach(down)

/** Tries again after a hundredth of a second. */
function patient(isThere: () => Promise<boolean> = async () => false) {
  const connection = new Connection(10)
  const patience = patientFetch(fetch as Fetch, connection, isThere)
  const ask: Fetch = (path, init) => patience(`http://127.0.0.1:${port}${path}`, init)
  const until = (wanted: Partial<ReturnType<Connection['state']>>) =>
    new Promise<void>((reached) => {
      const look = () => {
        const state = connection.state()
        if (Object.entries(wanted).every(([key, value]) => Reflect.get(state, key) === value)) reached()
      }
      connection.subscribe(look)
      look()
    })
  return {ask, connection, until}
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('a read waits out an outage, and the editor hears of it meanwhile', async () => {
  await up((_, response) => response.end('before'))
  const {ask, connection, until} = patient()
  await ask('/v1/data/query/production')
  await down()
  const answer = ask('/v1/data/query/production')
  await until({lost: true})
  expect(connection.state()).toEqual({lost: true, unsaved: false})
  await up((_, response) => response.end('after'))
  expect(await (await answer).text()).toBe('after')
  expect(connection.state()).toEqual({lost: false, unsaved: false})
})

test.each([502, 503, 504])('an answer of %i is an outage, too', async (status) => {
  let asked = 0
  await up((_, response) => response.writeHead(asked++ < 2 ? status : 200).end('there'))
  const {ask} = patient()
  expect(await (await ask('/v1/data/query/production')).text()).toBe('there')
  expect(asked).toBe(3)
})

test('an edit is saved after the outage, and until then is known to be unsaved', async () => {
  await up((_, response) => response.end())
  const {ask, until} = patient()
  await ask('/v1/ping')
  await down()
  const saved = ask(commit, {method: 'POST', body: '{"transactionId":"one"}'})
  await until({unsaved: true})
  const bodies: string[] = []
  await up(async (request, response) => {
    bodies.push(await bodyOf(request))
    response.end('{}')
  })
  expect((await saved).status).toBe(200)
  expect(bodies).toEqual(['{"transactionId":"one"}'])
})

test('an edit whose answer was lost is not taken for a conflict with itself', async () => {
  let attempts = 0
  await up((_, response) => {
    if (attempts++ === 0) response.destroy()
    else response.writeHead(409).end('{"description":"A transaction with the ID \\"one\\" already exists"}')
  })
  const {ask} = patient()
  const answer = await ask(commit, {method: 'POST', body: '{"transactionId":"one"}'})
  expect(await new Response(answer.body).json()).toEqual({transactionId: 'one', results: []})
})

test('any other conflict stays one', async () => {
  await up((_, response) => response.writeHead(409).end('{"description":"The document is there already"}'))
  const {ask} = patient()
  const answer = await ask(commit, {method: 'POST', body: '{"transactionId":"one"}'})
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('is there already')
})

test('a write that is no edit fails at once: to repeat it is for the editor to say', async () => {
  await up((_, response) => response.end())
  const {ask, connection} = patient()
  await ask('/v1/ping')
  await down()
  await expect(ask('/v1/data/actions/production', {method: 'POST', body: '{}'})).rejects.toThrow()
  expect(connection.state().lost).toBe(false)
})

test('a site that the content refuses is told so, not kept waiting', async () => {
  await up((_, response) => response.end())
  await down()
  await expect(patient(async () => true).ask('/v1/users/me')).rejects.toThrow()
})

test('content that comes up after the first request is read, not taken for one that refuses the site', async () => {
  await up((_, response) => response.end())
  await down()
  const {ask} = patient(async () => {
    await up((_, response) => response.end('here now'))
    return true
  })
  expect(await (await ask('/v1/users/me')).text()).toBe('here now')
})

test('what is no longer wanted waits no longer', async () => {
  await up((_, response) => response.end())
  await down()
  const {ask, connection, until} = patient()
  const controller = new AbortController()
  const answer = ask('/v1/data/query/production', {signal: controller.signal})
  await until({lost: true})
  controller.abort(new Error('The pane is closed.'))
  await expect(answer).rejects.toThrow('The pane is closed.')
  expect(connection.state().lost).toBe(false)
})

test('a listener takes up where it broke off, without half an event', async () => {
  const resumedFrom: unknown[] = []
  await up((request, response) => {
    resumedFrom.push(request.headers['last-event-id'])
    if (resumedFrom.length === 1) {
      response.write('event: welcome\ndata: {}\n\nid: one\ndata: 1\n\nid: two\nda', () => response.destroy())
    } else response.end('id: two\ndata: 2\n\n')
  })
  const {ask} = patient()
  const controller = new AbortController()
  const {body} = await ask(listen, {signal: controller.signal})
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  let heard = ''
  while (!heard.endsWith('data: 2\n\n')) heard += new TextDecoder().decode((await reader.read()).value)
  controller.abort()
  expect(heard).toBe('event: welcome\ndata: {}\n\nid: one\ndata: 1\n\nid: two\ndata: 2\n\n')
  expect(resumedFrom.slice(0, 2)).toEqual([undefined, 'one'])
})

test('a listener that starts over says so when what was typed is saved, not before', async () => {
  const order: string[] = []
  let listeners = 0
  let save: (() => void) | undefined
  await up((request, response) => {
    if (request.url?.startsWith('/v1/data/listen')) response.write(`event: welcome\ndata: ${++listeners}\n\n`)
    else if (listeners < 2) response.destroy()
    else save = () => response.end('{}')
  })
  const {ask, until} = patient()
  const {body} = await ask(listen)
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  const saved = ask(commit, {method: 'POST', body: '{"transactionId":"one"}'}).then(() => order.push('saved'))
  await until({unsaved: true})
  server?.closeAllConnections()
  const startedOver = reader.read().then(() => order.push('started over'))
  await expect.poll(() => listeners === 2 && save !== undefined).toBe(true)
  // Were it told at once, it would have been by now.
  await ask('/v1/data/listen/production').then(({body}) => body?.cancel())
  save?.()
  await Promise.all([saved, startedOver])
  expect(order).toEqual(['saved', 'started over'])
})
