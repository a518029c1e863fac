import {rmSync} from 'node:fs'
import {afterEach, describe, expect, it} from 'vitest'
import {openStore} from '../src/store/store.ts'
import {openHooks} from '../src/webhooks/hooks.ts'
import {openMessages} from '../src/webhooks/messages.ts'
import {temporaryFolder} from './lake-for-tests.ts'

const cleanups: (() => unknown)[] = []
afterEach(() => {
  for (const close of cleanups.splice(0).reverse()) close()
})

function openQueue(prepare: (store: ReturnType<typeof openStore>, hookId: string) => void = () => {}) {
  const dir = temporaryFolder()
  const store = openStore(dir)
  cleanups.push(
    () => rmSync(dir, {recursive: true}),
    () => store.close(),
  )
  const hook = {name: 'A hook', url: 'http://127.0.0.1:9/', dataset: 'production', rule: {on: ['create']}}
  const {id: hookId} = openHooks(store, 'local').create(hook)
  prepare(store, hookId)
  const messages = openMessages(store)
  return {
    messages,
    hookId,
    add: (id: string, documentId: string, now: number) =>
      messages.add({id, hookId, documentId, payload: '{}', headers: {}}, now),
    /** Ids of the messages that may be sent at once. */
    due(now: number) {
      const found: {id: string; documentId: string}[] = []
      const next = () =>
        messages.nextDue(
          hookId,
          now,
          found.map(({documentId}) => documentId),
        )
      for (let message = next(); message; message = next()) found.push(message)
      return found.map(({id}) => id)
    },
    end(status: 'success' | 'queued' | 'failure', now: number, retryAt = 0) {
      const message = messages.nextDue(hookId, now, [])
      if (!message) throw new Error('No message is due')
      const failureReason = status === 'success' ? null : 'network'
      const attempt = {createdAt: '', duration: 1, resultCode: null, resultBody: null, failureReason}
      messages.log(message, attempt, status, retryAt)
    },
  }
}

describe('messages of one document', () => {
  it('keep their order: the next one is due when the one before was delivered, failed or was given up', () => {
    const {add, due, end, messages, hookId} = openQueue()
    for (const number of [1, 2, 3, 4]) add(`a${number}`, 'a', number * 1000)
    add('b1', 'b', 5000)
    expect(due(6000)).toEqual(['a1', 'b1'])
    end('success', 6000)
    expect(due(6000)).toEqual(['a2', 'b1'])
    end('failure', 6000)
    expect(due(6000)).toEqual(['a3', 'b1'])
    end('queued', 6000, 9000)
    expect(due(6000)).toEqual(['b1'])
    expect(messages.nextRetry(hookId, 6000)).toBe(9000)
    messages.giveUpBatch(hookId, 3500)
    expect(due(6000)).toEqual(['a4', 'b1'])
  })

  it('of which one has a rule that failed still wait for the retry of the first', () => {
    const {add, due, end, messages, hookId} = openQueue()
    add('a1', 'a', 1000)
    end('queued', 1000, 9000)
    const failure = {description: 'A rule that failed', isTimeout: false}
    messages.add({id: 'a2', hookId, documentId: 'a', payload: 'null', headers: {}, failure}, 2000)
    add('a3', 'a', 3000)
    expect([due(8000), due(9000)]).toEqual([[], ['a1']])
  })

  it('are sent in order after an update from a lake that kept their times otherwise', () => {
    const {due} = openQueue(({db}, hookId) => {
      db.exec(`CREATE TABLE hook_messages (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        hook_id TEXT NOT NULL REFERENCES hooks (id) ON DELETE CASCADE, document_id TEXT NOT NULL,
        payload TEXT NOT NULL, headers TEXT NOT NULL, status TEXT NOT NULL,
        failure_count INTEGER NOT NULL DEFAULT 0, result_code INTEGER, created_at TEXT NOT NULL,
        queued_at INTEGER NOT NULL DEFAULT 0, next_attempt_at INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX hook_messages_due ON hook_messages (hook_id, next_attempt_at, seq) WHERE status = 'queued'`)
      const insert = db.prepare(
        `INSERT INTO hook_messages (id, hook_id, document_id, payload, headers, status, created_at)
         VALUES (?, ?, ?, '{}', '{}', ?, '2026-01-01T00:00:00Z')`,
      )
      for (const id of ['a1', 'a2', 'b1', 'a3'])
        insert.run(id, hookId, id[0] ?? '', id === 'a1' ? 'success' : 'queued')
    })
    expect(due(1000)).toEqual(['a2', 'b1'])
  })
})
