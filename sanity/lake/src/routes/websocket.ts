import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {requireMember} from '../auth.ts'
import {ApiError, httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import type {Sink} from '../listen/listeners.ts'
import {createSubscription} from '../listen/subscription.ts'
import {requireDataset} from './dataset.ts'

/** A reader that lets this much pile up is cut off; it comes back and resumes. */
const backlogBytes = 8 * 1024 * 1024

/** Messages to us are short: presence and nothing else. */
const maxPayload = 256 * 1024

/**
 * WebSockets: presence (`/socket/{dataset}`), and the listen stream itself. Browsers allow six HTTP/1.1
 * connections a host and the Studio opens more listeners than that; WebSockets are exempt. So an upgrade of
 * the very same `/data/listen/…` address sends the very same text, event by event. Browsers can't set
 * headers on it: `lastEventId` in the address stands for `Last-Event-ID`.
 */
export function handleUpgrades(server: Server, lake: Lake): () => void {
  const sockets = new WebSocketServer({noServer: true, maxPayload})
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    try {
      const connect = routeOf(lake, request)
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

/** @throws ApiError when it may not come in or leads nowhere: then nothing is upgraded. */
function routeOf(lake: Lake, {url = '/', headers}: IncomingMessage): (websocket: WebSocket) => void {
  const access = lake.guard.check({
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
  if (operation === 'socket') {
    requireMember(access, 'presence')
    return (websocket) => lake.presence.join(dataset, websocket)
  }
  const subscription = createSubscription(lake.store, dataset, searchParams, access, version)
  return (websocket) => {
    const sink: Sink = {
      send(text) {
        if (websocket.bufferedAmount > backlogBytes) websocket.terminate()
        else websocket.send(text)
      },
      close: () => websocket.close(1001),
    }
    websocket.on('close', () => lake.listeners.forget(sink))
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
