import type {Store} from './store.ts'

/** Effects deleted in one transaction: each may hold a whole document. */
const batchSize = 50

export type Purges = ReturnType<typeof openPurges>

/**
 * Deletes the history of documents that were deleted with `purge`. Not in the transaction that deletes the
 * document: webhooks read the log, and a rule may need the deleted content. The log keeps that the document
 * existed, and who changed it when. Webhook messages keep what was sent, up to a thousand per webhook.
 */
export function openPurges({db, atomically}: Store) {
  const selectDue = db.prepare(
    `SELECT dataset, document_id, seq FROM purges
     WHERE seq <= (SELECT coalesce(min(cursor), ${Number.MAX_SAFE_INTEGER}) FROM hooks) LIMIT 1`,
  )
  const deleteEffectsBefore = db.prepare(
    `DELETE FROM effects WHERE dataset = $dataset AND document_id = $id AND seq IN
       (SELECT seq FROM effects WHERE dataset = $dataset AND document_id = $id AND seq < $seq LIMIT ${batchSize})`,
  )
  const clearLastRevert = db.prepare(
    `UPDATE effects SET revert = '[]' WHERE dataset = ? AND document_id = ? AND seq = ?`,
  )
  const deletePurge = db.prepare('DELETE FROM purges WHERE dataset = ? AND document_id = ? AND seq = ?')

  return {
    /**
     * Call when a webhook's cursor has moved, and again until it returns true: a long history is purged in
     * batches. @returns whether nothing is left to purge.
     */
    purgeBatch(): boolean {
      const row = selectDue.get()
      if (!row) return true
      const [dataset, id, seq] = [String(row.dataset), String(row.document_id), Number(row.seq)]
      atomically(() => {
        if (deleteEffectsBefore.run({dataset, id, seq}).changes === batchSize) return
        clearLastRevert.run(dataset, id, seq)
        deletePurge.run(dataset, id, seq)
      })
      return false
    },
  }
}
