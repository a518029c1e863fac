import type {Store} from './store.ts'

/** Effects that are deleted at once: each may hold a whole document. */
const atOnce = 50

export type Purges = ReturnType<typeof openPurges>

/**
 * Forgets what documents said that were deleted with `purge`. Not in the transaction that deletes them: webhooks
 * are told from the log, and a rule asks for what was deleted. That there was a document, and who changed it when,
 * stays. Messages to webhooks keep what was sent, up to a thousand a webhook.
 */
export function openPurges({db, atomically}: Store) {
  const due = db.prepare(
    `SELECT dataset, document_id, seq FROM purges
     WHERE seq <= (SELECT coalesce(min(cursor), ${Number.MAX_SAFE_INTEGER}) FROM hooks) LIMIT 1`,
  )
  const forgetBefore = db.prepare(
    `DELETE FROM effects WHERE dataset = $dataset AND document_id = $id AND seq IN
       (SELECT seq FROM effects WHERE dataset = $dataset AND document_id = $id AND seq < $seq LIMIT ${atOnce})`,
  )
  const forgetLast = db.prepare(
    `UPDATE effects SET revert = '[]' WHERE dataset = ? AND document_id = ? AND seq = ?`,
  )
  const done = db.prepare('DELETE FROM purges WHERE dataset = ? AND document_id = ? AND seq = ?')

  return {
    /** Call when a webhook has moved on, again until it says that all is done: a long history goes in parts. */
    sweep(): boolean {
      const row = due.get()
      if (!row) return true
      const [dataset, id, seq] = [String(row.dataset), String(row.document_id), Number(row.seq)]
      atomically(() => {
        if (forgetBefore.run({dataset, id, seq}).changes === atOnce) return
        forgetLast.run(dataset, id, seq)
        done.run(dataset, id, seq)
      })
      return false
    },
  }
}
