import {randomUUID} from 'node:crypto'
import type {WebSocket} from 'ws'
import {isRecord, type Json} from '../document.ts'

type Connection = {userId: string; subscription: string | undefined; sessions: Set<string>}

const heartbeatMs = 15_000

/** A connection with this much unread data is closed. The Studio reconnects. */
const maxBacklogBytes = 1024 * 1024

/** A Studio tab has one session per connection. */
const maxSessions = 100

/**
 * Presence: which user has which document open in the Studio. JSON-RPC over a WebSocket, as
 * @sanity/bifur-client implements it. Each message is forwarded to all subscribers; none is stored.
 */
export class Presence {
  readonly #rooms = new Map<string, Map<WebSocket, Connection>>()
  readonly #heartbeat: NodeJS.Timeout

  constructor() {
    this.#heartbeat = setInterval(() => {
      for (const room of this.#rooms.values()) for (const socket of room.keys()) socket.send('♥')
    }, heartbeatMs)
    this.#heartbeat.unref()
  }

  close(): void {
    clearInterval(this.#heartbeat)
  }

  join(dataset: string, socket: WebSocket, userId: string): void {
    const room = this.#rooms.get(dataset) ?? new Map<WebSocket, Connection>()
    this.#rooms.set(dataset, room)
    const connection: Connection = {userId, subscription: undefined, sessions: new Set()}
    room.set(socket, connection)
    socket.on('message', (data) => {
      const request = parseRequest(String(data))
      if (!request) socket.close(4000, 'Expected JSON-RPC 2.0')
      else
        socket.send(
          JSON.stringify({jsonrpc: '2.0', id: request.id, ...handleRequest(room, connection, request)}),
        )
    })
    socket.on('close', () => {
      room.delete(socket)
      // A tab that crashed sends no disconnect message.
      for (const session of connection.sessions)
        broadcast(room, {type: 'disconnect', i: userId, m: {session}})
    })
  }
}

type Request = {id: unknown; method: string; params: Json}

function parseRequest(text: string): Request | undefined {
  try {
    const message: unknown = JSON.parse(text)
    if (!isRecord(message) || message.jsonrpc !== '2.0' || typeof message.method !== 'string')
      return undefined
    return {id: message.id, method: message.method, params: isRecord(message.params) ? message.params : {}}
  } catch {
    return undefined
  }
}

function handleRequest(
  room: Map<WebSocket, Connection>,
  connection: Connection,
  {method, params}: Request,
): Json {
  const {userId} = connection
  switch (method) {
    case 'authorization':
      return {result: 'ok'}
    case 'presence_subscribe':
      connection.subscription = randomUUID()
      return {result: connection.subscription}
    case 'presence_unsubscribe':
      connection.subscription = undefined
      return {result: true}
    case 'presence_rollcall':
      broadcast(room, {type: 'rollCall', i: userId, session: params.session})
      return {result: true}
    case 'presence_announce': {
      const data = isRecord(params.data) ? params.data : {}
      if (typeof data.sessionId === 'string' && connection.sessions.size < maxSessions)
        connection.sessions.add(data.sessionId)
      broadcast(room, {type: 'state', i: userId, m: {sessionId: data.sessionId, locations: data.locations}})
      return {result: true}
    }
    case 'presence_disconnect':
      connection.sessions.delete(String(params.session))
      broadcast(room, {type: 'disconnect', i: userId, m: {session: params.session}})
      return {result: true}
    default:
      return {error: {code: -32601, message: `The embedded Content Lake does not support "${method}"`}}
  }
}

function broadcast(room: Map<WebSocket, Connection>, result: Json): void {
  for (const [socket, {subscription}] of room) {
    if (!subscription) continue
    if (socket.bufferedAmount > maxBacklogBytes) socket.terminate()
    const params = {subscription, result}
    socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
  }
}
