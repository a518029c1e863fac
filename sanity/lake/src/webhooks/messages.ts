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
  -- Times of the lake's steady clock (clock.ts), here and in due_at; created_at is for people.
  queued_at INTEGER NOT NULL DEFAULT 0,
  -- When the first queued message of a document may be sent. The messages behind it have none.
  due_at INTEGER
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

/** With these indexes, an attempt does not scan the thousands of messages that an import may have queued. */
const indexes = `
CREATE INDEX IF NOT EXISTS hook_messages_first ON hook_messages (hook_id, due_at, seq)
  WHERE status = 'queued' AND due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS hook_messages_settled ON hook_messages (hook_id, seq) WHERE status <> 'queued';
CREATE INDEX IF NOT EXISTS hook_attempts_by_message ON hook_attempts (message_id);
`

/** Delivered and failed messages kept per hook. Older ones are deleted. */
const maxSettledMessages = 1000

/** Messages that are given up at once. The limit keeps writes from waiting for thousands. */
const batchSize = 100

/** One webhook message. Its content never changes between attempts. */
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
  /** In milliseconds of the steady clock (clock.ts). */
  queuedAt: number
}

export type NewMessage = Pick<Message, 'id' | 'hookId' | 'documentId' | 'payload' | 'headers'> & {
  /** Set when the rule could not be evaluated: there is nothing to send. */
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

/** The messages and the log of attempts. On disk, so a restart continues with the queued ones. */
export function openMessages({db, atomicallyUnsynced}: Store) {
  db.exec(tables)
  const existingColumns = db.prepare('SELECT name FROM pragma_table_info(?)').all('hook_messages')
  const has = (column: string) => existingColumns.some(({name}) => name === column)
  // A folder of an earlier version lacks these columns.
  if (!has('due_at'))
    db.exec(`ALTER TABLE hook_messages ADD COLUMN due_at INTEGER;
      UPDATE hook_messages SET due_at = 0 WHERE seq IN
        (SELECT min(seq) FROM hook_messages WHERE status = 'queued' GROUP BY hook_id, document_id)`)
  if (has('next_attempt_at'))
    db.exec('DROP INDEX IF EXISTS hook_messages_due; ALTER TABLE hook_messages DROP COLUMN next_attempt_at')
  if (!has('queued_at')) {
    db.exec('ALTER TABLE hook_messages ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0')
    db.exec('UPDATE hook_messages SET queued_at = unixepoch(created_at) * 1000')
  }
  db.exec(indexes)
  const columns = `id, hook_id AS hookId, document_id AS documentId, payload, headers, status,
    failure_count AS failureCount, result_code AS resultCode, created_at AS createdAt, queued_at AS queuedAt`
  const attemptColumns = `id, message_id AS messageId, hook_id AS hookId, created_at AS createdAt, duration,
    result_code AS resultCode, result_body AS resultBody, failure_reason AS failureReason`
  const insert = db.prepare(
    `INSERT INTO hook_messages (id, hook_id, document_id, payload, headers, status, created_at, queued_at, due_at)
     VALUES ($id, $hookId, $documentId, $payload, $headers, 'queued', $createdAt, $queuedAt,
       CASE WHEN EXISTS (SELECT 1 FROM hook_messages
         WHERE hook_id = $hookId AND status = 'queued' AND document_id = $documentId) THEN NULL ELSE 0 END)`,
  )
  const capTimesUpdate = db.prepare(
    `UPDATE hook_messages SET queued_at = min(queued_at, $now), due_at = min(due_at, $now + $maxDelay)
     WHERE status = 'queued' AND (queued_at > $now OR due_at > $now + $maxDelay)`,
  )
  const nextDue = db.prepare(
    `SELECT ${columns} FROM hook_messages
     WHERE hook_id = ? AND status = 'queued' AND due_at <= ?
       AND document_id NOT IN (SELECT value FROM json_each(?))
     ORDER BY due_at, seq LIMIT 1`,
  )
  const nextRetry = db.prepare(
    "SELECT min(due_at) AS at FROM hook_messages WHERE hook_id = ? AND status = 'queued' AND due_at > ?",
  )
  const delay = db.prepare('UPDATE hook_messages SET due_at = ? WHERE id = ?')
  const nextOfDocument = db.prepare(
    `UPDATE hook_messages SET due_at = 0 WHERE due_at IS NULL AND seq =
       (SELECT seq FROM hook_messages WHERE hook_id = ? AND status = 'queued' AND document_id = ? ORDER BY seq LIMIT 1)`,
  )
  const settle = db.prepare(
    'UPDATE hook_messages SET status = ?, failure_count = failure_count + ?, result_code = ? WHERE id = ?',
  )
  const giveUp = db.prepare(
    `UPDATE hook_messages SET status = 'failure' WHERE seq IN
       (SELECT seq FROM hook_messages WHERE hook_id = ? AND status = 'queued' AND queued_at < ? LIMIT ${batchSize})
     RETURNING document_id AS documentId`,
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
    `SELECT ${attemptColumns} FROM hook_attempts WHERE hook_id = ? ORDER BY rowid DESC LIMIT 100`,
  )
  const attemptById = db.prepare(`SELECT ${attemptColumns} FROM hook_attempts WHERE id = ?`)

  type AttemptResult = Pick<Attempt, 'createdAt' | 'duration' | 'resultCode' | 'resultBody' | 'failureReason'>

  function logAttempt(
    message: Pick<Message, 'id' | 'hookId' | 'documentId'>,
    attempt: AttemptResult,
    status: Message['status'],
  ) {
    const {createdAt, duration, resultCode, resultBody, failureReason} = attempt
    const {id, hookId, documentId} = message
    insertAttempt.run(
      ...[randomUUID(), id, hookId, createdAt, duration, resultCode, resultBody, failureReason],
    )
    settle.run(status, failureReason === null ? 0 : 1, resultCode, id)
    if (status === 'queued') return
    nextOfDocument.run(hookId, documentId)
    trim.run({hookId, kept: maxSettledMessages})
  }

  return {
    /**
     * Caps the times of messages queued by an earlier run, whose clock may have been ahead. No message waits
     * longer than `maxDelayMs`.
     */
    capTimes: (now: number, maxDelayMs: number): void =>
      void capTimesUpdate.run({now: Math.round(now), maxDelay: maxDelayMs}),

    /** Queues a message. One whose rule failed is logged as a failure and not sent. */
    add({id, hookId, documentId, payload, headers, failure}: NewMessage, now: number): void {
      const createdAt = new Date().toISOString()
      const queuedAt = Math.round(now)
      insert.run({id, hookId, documentId, payload, headers: JSON.stringify(headers), createdAt, queuedAt})
      if (!failure) return
      const attempt = {createdAt, duration: 0, resultCode: null, resultBody: failure.description}
      const failureReason = failure.isTimeout ? 'timeout' : 'other'
      logAttempt({id, hookId, documentId}, {...attempt, failureReason}, 'failure')
    },

    /**
     * The next message that is due. Only the first of each document can be, so none overtakes one that waits for a
     * retry, and thousands of one document cost no more than one.
     */
    nextDue: (hookId: string, now: number, excludedDocuments: string[]): Message | undefined =>
      messageOf(nextDue.get(hookId, now, JSON.stringify(excludedDocuments))),

    /** The time after `now` at which a message of a hook is due next. */
    nextRetry(hookId: string, now: number): number | undefined {
      const at = nextRetry.get(hookId, now)?.at
      return typeof at === 'number' ? at : undefined
    },

    /** Logs an attempt. If the message stays `queued`, it is due at `retryAt`, and those behind it wait. */
    log(message: Message, attempt: AttemptResult, status: Message['status'], retryAt: number): void {
      atomicallyUnsynced(() => {
        logAttempt(message, attempt, status)
        if (status === 'queued') delay.run(Math.round(retryAt), message.id)
      })
    },

    /** Gives up a batch of the messages that were queued before a time. @returns whether there may be more. */
    giveUpBatch: (hookId: string, queuedBefore: number): boolean =>
      atomicallyUnsynced(() => {
        const givenUp = giveUp.all(hookId, Math.round(queuedBefore))
        for (const documentId of new Set(givenUp.map((row) => String(row.documentId))))
          nextOfDocument.run(hookId, documentId)
        if (givenUp.length > 0) trim.run({hookId, kept: maxSettledMessages})
        return givenUp.length === batchSize
      }),

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
