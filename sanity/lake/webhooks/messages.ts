import {randomUUID} from 'node:crypto'
import type {Store} from '../store/store.ts'

const tables = `
CREATE TABLE IF NOT EXISTS hook_messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  hook_id TEXT NOT NULL REFERENCES hooks (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL,
  payload TEXT NOT NULL,
  headers TEXT NOT NULL,
  status TEXT NOT NULL,
  failure_count INTEGER NOT NULL DEFAULT 0,
  result_code INTEGER,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS hook_messages_by_lane ON hook_messages (hook_id, status, document_id, seq);

CREATE TABLE IF NOT EXISTS hook_attempts (
  id TEXT PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES hook_messages (id) ON DELETE CASCADE,
  hook_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  duration INTEGER NOT NULL,
  result_code INTEGER,
  result_body TEXT,
  failure_reason TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS hook_attempts_by_hook ON hook_attempts (hook_id, created_at);
`

/** Settled messages beyond this many a hook are forgotten, oldest first. */
const keptMessages = 1000

/** One delivery to be made: what is sent never changes, however often it is tried. */
export type Message = {
  id: string
  hookId: string
  documentId: string
  payload: string
  headers: Record<string, string>
  status: 'queued' | 'success' | 'failure'
  failureCount: number
  resultCode: number | null
  createdAt: string
}

export type Attempt = {
  id: string
  messageId: string
  hookId: string
  createdAt: string
  /** Milliseconds. */
  duration: number
  resultCode: number | null
  resultBody: string | null
  failureReason: string | null
  isFailure: boolean
  inProgress: false
}

export type MessageStore = ReturnType<typeof openMessages>

/** The deliveries and their log. Kept on disk: a restart goes on where it stopped. */
export function openMessages({db, atomically}: Store) {
  db.exec(tables)
  const columns = `id, hook_id AS hookId, document_id AS documentId, payload, headers, status,
    failure_count AS failureCount, result_code AS resultCode, created_at AS createdAt`
  const attemptColumns = `id, message_id AS messageId, hook_id AS hookId, created_at AS createdAt, duration,
    result_code AS resultCode, result_body AS resultBody, failure_reason AS failureReason`
  const insert = db.prepare(
    `INSERT INTO hook_messages (id, hook_id, document_id, payload, headers, status, created_at)
     VALUES (?, ?, ?, ?, ?, 'queued', ?)`,
  )
  const next = db.prepare(
    `SELECT ${columns} FROM hook_messages
     WHERE hook_id = ? AND status = 'queued' AND document_id = ? ORDER BY seq LIMIT 1`,
  )
  const lanes = db.prepare(
    `SELECT DISTINCT hook_id AS hookId, document_id AS documentId FROM hook_messages WHERE status = 'queued'`,
  )
  const settle = db.prepare(
    'UPDATE hook_messages SET status = ?, failure_count = failure_count + ?, result_code = ? WHERE id = ?',
  )
  const insertAttempt = db.prepare(
    `INSERT INTO hook_attempts (id, message_id, hook_id, created_at, duration, result_code, result_body, failure_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const trim = db.prepare(
    `DELETE FROM hook_messages WHERE hook_id = ? AND status <> 'queued' AND seq <=
       (SELECT max(seq) FROM hook_messages WHERE hook_id = ?) - ?`,
  )
  const messagesOf = db.prepare(
    `SELECT ${columns} FROM hook_messages WHERE hook_id = ? ORDER BY seq DESC LIMIT 100`,
  )
  const attemptsOf = db.prepare(
    `SELECT ${attemptColumns} FROM hook_attempts WHERE hook_id = ? ORDER BY created_at DESC LIMIT 100`,
  )
  const attemptById = db.prepare(`SELECT ${attemptColumns} FROM hook_attempts WHERE id = ?`)

  return {
    add(message: Pick<Message, 'id' | 'hookId' | 'documentId' | 'payload' | 'headers'>): void {
      const {id, hookId, documentId, payload, headers} = message
      insert.run(id, hookId, documentId, payload, JSON.stringify(headers), new Date().toISOString())
    },

    next: (hookId: string, documentId: string): Message | undefined =>
      messageOf(next.get(hookId, documentId)),

    /** Hooks and documents that have something waiting. */
    lanes: (): {hookId: string; documentId: string}[] =>
      lanes.all().map((row) => ({hookId: String(row.hookId), documentId: String(row.documentId)})),

    /** Logs an attempt; the message stays queued until `status` says otherwise. */
    log(
      message: Message,
      attempt: Pick<Attempt, 'createdAt' | 'duration' | 'resultCode' | 'resultBody' | 'failureReason'>,
      status: Message['status'],
    ): void {
      const {createdAt, duration, resultCode, resultBody, failureReason} = attempt
      atomically(() => {
        insertAttempt.run(
          randomUUID(),
          message.id,
          message.hookId,
          createdAt,
          duration,
          resultCode,
          resultBody,
          failureReason,
        )
        settle.run(status, failureReason === null ? 0 : 1, resultCode, message.id)
        trim.run(message.hookId, message.hookId, keptMessages)
      })
    },

    messages: (hookId: string): Message[] => messagesOf.all(hookId).flatMap((row) => messageOf(row) ?? []),
    attempts: (hookId: string): Attempt[] => attemptsOf.all(hookId).map(attemptOf),
    attempt: (id: string): Attempt | undefined => {
      const row = attemptById.get(id)
      return row && attemptOf(row)
    },
  }
}

type Row = Record<string, unknown>

const messageOf = (row: Row | undefined): Message | undefined =>
  row && ({...row, headers: JSON.parse(String(row.headers))} as Message)

const attemptOf = (row: Row): Attempt =>
  ({...row, isFailure: row.failureReason !== null, inProgress: false}) as Attempt
