import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {requireUser} from '../auth.ts'
import {ApiError, httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import type {Sink} from '../listen/listeners.ts'
import {createSubscription, refusalEvent, type Subscription} from '../listen/subscription.ts'
import {anonymous, userIdOf} from '../user.ts'
import {requireDataset} from './dataset.ts'

/** A client with this much unread data is disconnected. It reconnects and resumes. */
const maxBacklogBytes = 8 * 1024 * 1024

/** Incoming messages are presence only, so they are short. */
const maxPayload = 256 * 1024

/**
 * WebSockets: presence (`/socket/{dataset}`), and the listen stream. Browsers allow six HTTP/1.1 connections
 * per host, and the Studio opens more listeners than that. WebSockets are exempt. An upgrade of the same
 * `/data/listen/…` URL sends the same text, event by event. Browsers can't set headers on it, so
 * `lastEventId` and `userName` in the URL replace `Last-Event-ID` and `X-User-Name`.
 */
export function handleUpgrades(server: Server, lake: Lake): () => void {
  const sockets = new WebSocketServer({noServer: true, maxPayload})
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    try {
      const connect = connectionFor(lake, request)
      sockets.handleUpgrade(request, socket, head, (websocket) => {
        websocket.on('error', () => websocket.terminate())
        connect(websocket)
      })
    } catch (error) {
      refuse(socket, error)
    }
  })
  return () => {
    for (const websocket of sockets.clients) websocket.terminate()
    sockets.close()
  }
}

/**
 * Returns what to do with the connection. @throws ApiError when it is not allowed or not found; then it is
 * not upgraded.
 */
function connectionFor(lake: Lake, {url = '/', headers}: IncomingMessage): (websocket: WebSocket) => void {
  const access = lake.auth.check({
    host: headers.host,
    origin: headers.origin,
    authorization: headers.authorization,
  })
  const address = URL.parse(url, 'http://lake')
  if (!address) throw httpError(400, 'The address is malformed')
  const {pathname, searchParams} = address
  const [, version, operation, name] =
    /^\/v(1|X|\d{4}-\d\d-\d\d)\/(data\/listen|socket)\/([^/]+)$/.exec(pathname) ?? []
  if (!version || !name) throw httpError(404, `No such WebSocket here: ${pathname}`)
  const dataset = requireDataset(lake, name, access)
  const identity = access === 'user' ? userIdOf(searchParams.get('userName')) : anonymous
  if (operation === 'socket') {
    requireUser(access, 'presence')
    return (websocket) => lake.presence.join(dataset, websocket, identity)
  }
  let subscription: Subscription
  try {
    subscription = createSubscription(lake.store, dataset, searchParams, {access, identity}, version)
  } catch (error) {
    const refusal = refusalEvent(error)
    return (websocket) => websocket.send(refusal, () => websocket.close(1008))
  }
  return (websocket) => {
    const sink: Sink = {
      send(text) {
        if (websocket.bufferedAmount > maxBacklogBytes) websocket.terminate()
        else websocket.send(text)
      },
      close: () => websocket.close(1001),
    }
    websocket.on('close', () => lake.listeners.remove(sink))
    lake.listeners.open(subscription, sink, searchParams.get('lastEventId') ?? undefined)
  }
}

function refuse(socket: Duplex, error: unknown): void {
  if (!(error instanceof ApiError)) console.error('[lake] upgrade:', error)
  const {status, body} = error instanceof ApiError ? error : httpError(500, 'An unexpected error')
  const text = JSON.stringify(body)
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}
