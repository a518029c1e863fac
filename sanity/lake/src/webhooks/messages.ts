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
  created_at TEXT NOT NULL,
  -- By the lake's own clock (clock.ts), as the next one is; created_at is for people.
  queued_at INTEGER NOT NULL DEFAULT 0,
  -- The same for all that waits for one document of one hook.
  next_attempt_at INTEGER NOT NULL DEFAULT 0
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

/** What each attempt asks is found without reading past the thousands that an import may have queued. */
const indexes = `
CREATE INDEX IF NOT EXISTS hook_messages_due ON hook_messages (hook_id, next_attempt_at, seq) WHERE status = 'queued';
CREATE INDEX IF NOT EXISTS hook_messages_settled ON hook_messages (hook_id, seq) WHERE status <> 'queued';
CREATE INDEX IF NOT EXISTS hook_attempts_by_message ON hook_attempts (message_id);
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
  /** By the lake's own clock, in milliseconds. */
  queuedAt: number
}

export type NewMessage = Pick<Message, 'id' | 'hookId' | 'documentId' | 'payload' | 'headers'> & {
  /** Why there is nothing to send: the rule could not be evaluated. */
  failure?: {description: string; isTimeout: boolean}
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
  const known = db.prepare('SELECT name FROM pragma_table_info(?)').all('hook_messages')
  // Folders of an earlier lake kept no time of the next attempt.
  if (!known.some(({name}) => name === 'next_attempt_at'))
    db.exec('ALTER TABLE hook_messages ADD COLUMN next_attempt_at INTEGER NOT NULL DEFAULT 0')
  if (!known.some(({name}) => name === 'queued_at')) {
    db.exec('ALTER TABLE hook_messages ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0')
    db.exec('UPDATE hook_messages SET queued_at = unixepoch(created_at) * 1000')
  }
  db.exec(indexes)
  const columns = `id, hook_id AS hookId, document_id AS documentId, payload, headers, status,
    failure_count AS failureCount, result_code AS resultCode, created_at AS createdAt, queued_at AS queuedAt`
  const attemptColumns = `id, message_id AS messageId, hook_id AS hookId, created_at AS createdAt, duration,
    result_code AS resultCode, result_body AS resultBody, failure_reason AS failureReason`
  const insert = db.prepare(
    `INSERT INTO hook_messages (id, hook_id, document_id, payload, headers, status, created_at, queued_at, next_attempt_at)
     VALUES ($id, $hookId, $documentId, $payload, $headers, 'queued', $createdAt, $queuedAt,
       (SELECT coalesce(max(next_attempt_at), 0) FROM hook_messages
        WHERE hook_id = $hookId AND status = 'queued' AND document_id = $documentId))`,
  )
  const bringForward = db.prepare(
    `UPDATE hook_messages SET queued_at = min(queued_at, $now), next_attempt_at = min(next_attempt_at, $now + $longestDelay)
     WHERE status = 'queued' AND (queued_at > $now OR next_attempt_at > $now + $longestDelay)`,
  )
  const nextDue = db.prepare(
    `SELECT ${columns} FROM hook_messages
     WHERE hook_id = ? AND status = 'queued' AND next_attempt_at <= ?
       AND document_id NOT IN (SELECT value FROM json_each(?))
     ORDER BY next_attempt_at, seq LIMIT 1`,
  )
  const nextRetry = db.prepare(
    `SELECT min(next_attempt_at) AS at FROM hook_messages
     WHERE hook_id = ? AND status = 'queued' AND next_attempt_at > ?`,
  )
  const delayLane = db.prepare(
    `UPDATE hook_messages SET next_attempt_at = ? WHERE hook_id = ? AND status = 'queued' AND document_id = ?`,
  )
  const settle = db.prepare(
    'UPDATE hook_messages SET status = ?, failure_count = failure_count + ?, result_code = ? WHERE id = ?',
  )
  const insertAttempt = db.prepare(
    `INSERT INTO hook_attempts (id, message_id, hook_id, created_at, duration, result_code, result_body, failure_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const trim = db.prepare(
    `DELETE FROM hook_messages WHERE hook_id = $hookId AND status <> 'queued' AND seq <=
       (SELECT max(seq) FROM hook_messages WHERE hook_id = $hookId AND status <> 'queued') - $kept`,
  )
  const messagesOf = db.prepare(
    `SELECT ${columns} FROM hook_messages WHERE hook_id = ? ORDER BY seq DESC LIMIT 100`,
  )
  const attemptsOf = db.prepare(
    `SELECT ${attemptColumns} FROM hook_attempts WHERE hook_id = ? ORDER BY created_at DESC LIMIT 100`,
  )
  const attemptById = db.prepare(`SELECT ${attemptColumns} FROM hook_attempts WHERE id = ?`)

  type Tried = Pick<Attempt, 'createdAt' | 'duration' | 'resultCode' | 'resultBody' | 'failureReason'>

  function logAttempt(message: Pick<Message, 'id' | 'hookId'>, attempt: Tried, status: Message['status']) {
    const {createdAt, duration, resultCode, resultBody, failureReason} = attempt
    const {id, hookId} = message
    insertAttempt.run(
      ...[randomUUID(), id, hookId, createdAt, duration, resultCode, resultBody, failureReason],
    )
    settle.run(status, failureReason === null ? 0 : 1, resultCode, id)
    if (status !== 'queued') trim.run({hookId, kept: keptMessages})
  }

  return {
    /** What an earlier run left, whose clock may have been ahead: nothing waits longer than `longestDelayMs`. */
    takeUp: (now: number, longestDelayMs: number): void =>
      void bringForward.run({now: Math.round(now), longestDelay: longestDelayMs}),

    /** Queues it; one that could not be put together is logged as what was never sent. */
    add({id, hookId, documentId, payload, headers, failure}: NewMessage, now: number): void {
      const createdAt = new Date().toISOString()
      const queuedAt = Math.round(now)
      insert.run({id, hookId, documentId, payload, headers: JSON.stringify(headers), createdAt, queuedAt})
      if (!failure) return
      const tried = {createdAt, duration: 0, resultCode: null, resultBody: failure.description}
      const failureReason = failure.isTimeout ? 'timeout' : 'other'
      logAttempt({id, hookId}, {...tried, failureReason}, 'failure')
    },

    /**
     * What is to be tried now: the oldest of the document that has waited longest. All that waits for one
     * document shares its time, so nothing overtakes a message that is to be tried again.
     */
    nextDue: (hookId: string, now: number, exceptDocuments: string[]): Message | undefined =>
      messageOf(nextDue.get(hookId, now, JSON.stringify(exceptDocuments))),

    /** When something of a hook is due next, later than `now`. */
    nextRetry(hookId: string, now: number): number | undefined {
      const at = nextRetry.get(hookId, now)?.at
      return typeof at === 'number' ? at : undefined
    },

    /** Logs an attempt. What stays `queued`, and all behind it, is due again at `retryAt`. */
    log(message: Message, attempt: Tried, status: Message['status'], retryAt: number): void {
      atomically(() => {
        logAttempt(message, attempt, status)
        if (status === 'queued') delayLane.run(Math.round(retryAt), message.hookId, message.documentId)
      })
    },

    messages: (hookId: string): Omit<Message, 'queuedAt'>[] =>
      messagesOf.all(hookId).flatMap((row) => {
        const {queuedAt, ...shown} = messageOf(row) ?? {}
        return shown as Omit<Message, 'queuedAt'>
      }),
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
