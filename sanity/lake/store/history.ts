import {applyPatch} from 'mendoza'
import type {Json, LakeDocument} from '../document.ts'
import type {Commit, Store} from './store.ts'

/** One transaction as the history API gives it: effects by document id. */
export type LoggedTransaction = {
  seq: number
  id: string
  author: string
  timestamp: string
  documentIDs: string[]
  mutations: Json[]
  effects: Record<string, {apply: unknown[]; revert: unknown[]}>
}

export type LogRange = {from?: string; to?: string; reverse?: boolean; limit?: number}

export type History = ReturnType<typeof openHistory>

type Row = Record<string, unknown>

/** Effects leave `_rev` out, as Sanity's do: it is known from the transaction. */
export const withoutRevision = (document: LakeDocument | undefined): Json | null => {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

/** Plays the log back: documents as they were, transactions as they happened. */
export function openHistory({db, get}: Store) {
  const effectsSince = db.prepare(
    `SELECT previous_rev AS previousRev, revert FROM effects
     WHERE dataset = ? AND document_id = ? AND seq > ? ORDER BY seq DESC`,
  )
  const effectsOf = db.prepare('SELECT * FROM effects WHERE seq = ? ORDER BY document_id')
  const transactionBySeq = db.prepare('SELECT * FROM transactions WHERE seq = ?')
  const seqsAfter = db.prepare(
    'SELECT seq FROM transactions WHERE dataset = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const allSeqsAfter = db.prepare('SELECT seq FROM transactions WHERE seq > ? ORDER BY seq LIMIT 10000')
  const seqById = db.prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
  const lastId = db.prepare('SELECT id FROM transactions WHERE dataset = ? ORDER BY seq DESC LIMIT 1')
  const seqByTime = db.prepare(
    'SELECT coalesce(max(seq), 0) AS seq FROM transactions WHERE dataset = ? AND timestamp <= ?',
  )
  const seqsOfDocument = db.prepare(
    'SELECT seq FROM effects WHERE dataset = ? AND document_id = ? AND seq BETWEEN ? AND ? ORDER BY seq',
  )

  /** The document when transaction `seq` was done; undefined when there was none. */
  function documentAt(dataset: string, id: string, seq: number): LakeDocument | undefined {
    let document: Json | null = withoutRevision(get(dataset, id))
    let rev: unknown = get(dataset, id)?._rev
    for (const row of effectsSince.iterate(dataset, id, seq)) {
      document = applyPatch(document, JSON.parse(String(row.revert)))
      rev = row.previousRev
    }
    return document ? ({...document, _rev: String(rev)} as LakeDocument) : undefined
  }

  /** A commit as it was told to listeners when it happened. */
  function commit(seq: number): Commit | undefined {
    const row = transactionBySeq.get(seq)
    if (!row) return undefined
    const dataset = String(row.dataset)
    return {
      seq,
      dataset,
      transactionId: String(row.id),
      author: String(row.author),
      timestamp: String(row.timestamp),
      changes: effectsOf.all(seq).map((effect) => {
        const documentId = String(effect.document_id)
        return {
          documentId,
          before: documentAt(dataset, documentId, seq - 1),
          after: documentAt(dataset, documentId, seq),
          mutations: JSON.parse(String(effect.mutations)),
          apply: JSON.parse(String(effect.apply)),
          revert: JSON.parse(String(effect.revert)),
        }
      }),
    }
  }

  function logged(seq: number): LoggedTransaction {
    const row = transactionBySeq.get(seq) as Row
    const effects = effectsOf.all(seq)
    return {
      seq,
      id: String(row.id),
      author: String(row.author),
      timestamp: String(row.timestamp),
      documentIDs: effects.map((effect) => String(effect.document_id)),
      mutations: effects.flatMap((effect) => JSON.parse(String(effect.mutations))),
      effects: Object.fromEntries(
        effects.map((effect) => [
          String(effect.document_id),
          {apply: JSON.parse(String(effect.apply)), revert: JSON.parse(String(effect.revert))},
        ]),
      ),
    }
  }

  const seqOf = (dataset: string, transactionId: string): number | undefined => {
    const row = seqById.get(dataset, transactionId)
    return row ? Number(row.seq) : undefined
  }

  return {
    documentAt,
    commit,
    seqOf,

    /** The id of a dataset's last transaction. */
    lastId(dataset: string): string | undefined {
      const row = lastId.get(dataset)
      return row && String(row.id)
    },

    /** The last transaction that was done at `time` (ISO 8601), 0 when there was none yet. */
    seqAt: (dataset: string, time: string): number => Number(seqByTime.get(dataset, time)?.seq ?? 0),

    /** Numbers of the transactions after `seq`, oldest first. */
    seqsAfter: (dataset: string, seq: number, limit: number): number[] =>
      seqsAfter.all(dataset, seq, limit).map((row) => Number(row.seq)),

    /** The same over all datasets. */
    seqsAfterAnywhere: (seq: number): number[] => allSeqsAfter.all(seq).map((row) => Number(row.seq)),

    /** Numbers of the transactions that touched one document, oldest first. */
    seqsOf: (dataset: string, id: string): number[] =>
      seqsOfDocument.all(dataset, id, 0, Number.MAX_SAFE_INTEGER).map((row) => Number(row.seq)),

    /** Transactions that touched any of these documents; both ends of the range belong to it. */
    transactions(dataset: string, ids: string[], {from, to, reverse, limit}: LogRange): LoggedTransaction[] {
      const first = from ? seqOf(dataset, from) : 0
      const last = to ? seqOf(dataset, to) : Number.MAX_SAFE_INTEGER
      if (first === undefined || last === undefined) return []
      const found = new Set(
        ids.flatMap((id) => seqsOfDocument.all(dataset, id, first, last).map((row) => Number(row.seq))),
      )
      const ordered = [...found].sort((left, right) => (reverse ? right - left : left - right))
      return ordered.slice(0, limit).map(logged)
    },
  }
}
