import {randomUUID} from 'node:crypto'
import type {WebSocket} from 'ws'
import {isRecord, type Json} from '../document.ts'
import {memberId} from '../user.ts'

type Member = {subscription: string | undefined; sessions: Set<string>}

const heartbeatMs = 15_000

/** A tab that reads no more is cut off; it comes back. */
const backlogBytes = 1024 * 1024

/** A tab has one session; more than a few of one connection are none of a Studio. */
const mostSessions = 100

/**
 * Who is where in the Studio: JSON-RPC over a WebSocket, as @sanity/bifur-client speaks it. Each message is
 * passed on to everybody who subscribed; nothing is kept.
 */
export class Presence {
  readonly #rooms = new Map<string, Map<WebSocket, Member>>()
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

  join(dataset: string, socket: WebSocket): void {
    const room = this.#rooms.get(dataset) ?? new Map<WebSocket, Member>()
    this.#rooms.set(dataset, room)
    const member: Member = {subscription: undefined, sessions: new Set()}
    room.set(socket, member)
    socket.on('message', (data) => {
      const request = parse(String(data))
      if (!request) socket.close(4000, 'Expected JSON-RPC 2.0')
      else socket.send(JSON.stringify({jsonrpc: '2.0', id: request.id, ...answer(room, member, request)}))
    })
    socket.on('close', () => {
      room.delete(socket)
      // A tab that crashed says no goodbye.
      for (const session of member.sessions) announce(room, {type: 'disconnect', i: memberId, m: {session}})
    })
  }
}

type Request = {id: unknown; method: string; params: Json}

function parse(text: string): Request | undefined {
  try {
    const message: unknown = JSON.parse(text)
    if (!isRecord(message) || message.jsonrpc !== '2.0' || typeof message.method !== 'string')
      return undefined
    return {id: message.id, method: message.method, params: isRecord(message.params) ? message.params : {}}
  } catch {
    return undefined
  }
}

function answer(room: Map<WebSocket, Member>, member: Member, {method, params}: Request): Json {
  switch (method) {
    case 'authorization':
      return {result: 'ok'}
    case 'presence_subscribe':
      member.subscription = randomUUID()
      return {result: member.subscription}
    case 'presence_unsubscribe':
      member.subscription = undefined
      return {result: true}
    case 'presence_rollcall':
      announce(room, {type: 'rollCall', i: memberId, session: params.session})
      return {result: true}
    case 'presence_announce': {
      const data = isRecord(params.data) ? params.data : {}
      if (typeof data.sessionId === 'string' && member.sessions.size < mostSessions)
        member.sessions.add(data.sessionId)
      announce(room, {type: 'state', i: memberId, m: {sessionId: data.sessionId, locations: data.locations}})
      return {result: true}
    }
    case 'presence_disconnect':
      member.sessions.delete(String(params.session))
      announce(room, {type: 'disconnect', i: memberId, m: {session: params.session}})
      return {result: true}
    default:
      return {error: {code: -32601, message: `The embedded Content Lake does not support "${method}"`}}
  }
}

function announce(room: Map<WebSocket, Member>, result: Json): void {
  for (const [socket, {subscription}] of room) {
    if (!subscription) continue
    if (socket.bufferedAmount > backlogBytes) socket.terminate()
    const params = {subscription, result}
    socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
  }
}
