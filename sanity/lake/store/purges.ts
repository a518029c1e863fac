import type {Store} from './store.ts'

export type Purges = ReturnType<typeof openPurges>

/**
 * Forgets what documents said that were deleted with `purge`. Not in the transaction that deletes them: webhooks
 * are told from the log, and a rule asks for what was deleted. That there was a document, and who changed it when,
 * stays. Messages to webhooks keep what was sent, up to a thousand a webhook.
 */
export function openPurges({db, atomically}: Store) {
  const due = db.prepare(
    `SELECT dataset, document_id, seq FROM purges
     WHERE seq <= (SELECT coalesce(min(cursor), ${Number.MAX_SAFE_INTEGER}) FROM hooks)`,
  )
  const forgetBefore = db.prepare('DELETE FROM effects WHERE dataset = ? AND document_id = ? AND seq < ?')
  const forgetLast = db.prepare(
    `UPDATE effects SET revert = '[]' WHERE dataset = ? AND document_id = ? AND seq = ?`,
  )
  const done = db.prepare('DELETE FROM purges WHERE dataset = ? AND document_id = ? AND seq = ?')

  return {
    /** Call when a webhook has moved on. */
    sweep(): void {
      const rows = due.all()
      if (rows.length === 0) return
      atomically(() => {
        for (const row of rows) {
          const place = [String(row.dataset), String(row.document_id), Number(row.seq)] as const
          for (const statement of [forgetBefore, forgetLast, done]) statement.run(...place)
        }
      })
    },
  }
}
