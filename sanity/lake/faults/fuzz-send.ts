import {Agent, request as httpRequest} from 'node:http'
import {connect} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'
import {WebSocket} from 'ws'
import type {FuzzRequest} from './fuzz-endpoints.ts'

/** `status` 0: the connection ended without a response. `ms` counts from the last byte sent. */
export type Outcome = {status: number; ms: number; text: string}

const timeoutMs = 15_000
const agent = new Agent({keepAlive: true, maxSockets: 32})

export function send(url: string, fuzz: FuzzRequest): Promise<Outcome> {
  if (fuzz.mode === 'raw') return sendRaw(url, fuzz)
  if (fuzz.mode === 'websocket') return sendWebSocket(url, fuzz)
  return sendHttp(url, fuzz)
}

function sendHttp(url: string, fuzz: FuzzRequest): Promise<Outcome> {
  const {mode, method, path, headers, body} = fuzz
  const {hostname, port} = new URL(url)
  return new Promise((resolve) => {
    let sent = performance.now()
    const done = (status: number, text = '') => resolve({status, ms: performance.now() - sent, text})
    const length = body === undefined ? {} : {'content-length': String(Buffer.byteLength(body))}
    const options = {hostname, port, path, method, headers: {...headers, ...length}, timeout: timeoutMs}
    const request = httpRequest({...options, agent: mode === 'send' ? agent : false}, (response) => {
      const chunks: Buffer[] = []
      const status = response.statusCode ?? 0
      response.on('data', (chunk) => {
        chunks.push(chunk)
        if (mode !== 'stream') return
        request.destroy()
        done(status)
      })
      response.on('end', () => done(status, Buffer.concat(chunks).toString()))
      response.on('error', () => done(status))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The lake closed an idle connection just when it was reused. This is not a result of the request.
      const wasIdleConnection = request.reusedSocket && error.code === 'ECONNRESET'
      if (wasIdleConnection && mode === 'send') resolve(sendHttp(url, fuzz))
      else done(0)
    })
    request.on('finish', () => {
      sent = performance.now()
    })
    if (mode === 'drip') void drip(request, String(body))
    else request.end(body)
    if (mode === 'abort')
      setTimeout(() => {
        request.destroy()
        done(0)
      }, 5)
  })
}

async function drip(request: ReturnType<typeof httpRequest>, body: string) {
  for (const byte of body.slice(0, -1)) {
    if (request.destroyed) return
    request.write(byte)
    await sleep(10)
  }
  request.destroy()
}

function sendRaw(url: string, {body = ''}: FuzzRequest): Promise<Outcome> {
  const {hostname, port} = new URL(url)
  const started = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(body))
    let text = ''
    const done = () => {
      socket.destroy()
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0)
      resolve({status, ms: status ? performance.now() - started : 0, text})
    }
    socket.on('data', (chunk) => {
      text += chunk
      done()
    })
    // An incomplete request gets no response, so give up after a moment.
    socket.setTimeout(200, done)
    socket.on('error', done)
    socket.on('close', done)
  })
}

function sendWebSocket(url: string, {path, headers, body = ''}: FuzzRequest): Promise<Outcome> {
  const started = performance.now()
  return new Promise((resolve) => {
    const done = (status: number) => {
      socket.terminate()
      resolve({status, ms: performance.now() - started, text: ''})
    }
    const socket = new WebSocket(url.replace('http', 'ws') + path, {headers, handshakeTimeout: timeoutMs})
    socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0))
    socket.on('open', () => {
      socket.send(body)
      setTimeout(() => done(101), 20)
    })
    socket.on('error', () => done(0))
  })
}
