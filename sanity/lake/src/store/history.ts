import {applyPatch} from 'mendoza'
import {draftIdOf, type Json, type LakeDocument, publishedIdOf} from '../document.ts'
import type {Pause} from '../pause.ts'
import type {Commit, Store, Transition} from './store.ts'

/** What one transaction changed in one document, as stored in the log. The JSON is not parsed yet. */
export type Effect = {
  documentId: string
  previousRev: string | null
  transition: Transition
  mutations: string
  apply: string
  revert: string
}

export type LogRange = {from?: string; to?: string; reverse?: boolean; limit: number}

export type History = ReturnType<typeof openHistory>

/** Rows per SQL query: a row may be larger than a document. */
const pageSize = 20

/** Effects omit `_rev`, as Sanity's do: it follows from the transaction. */
export const withoutRevision = (document: LakeDocument | undefined): Json | null => {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

/** Reads the log. Methods that may read much of it call `pause` between their steps. */
export function openHistory({db, get}: Store) {
  const revertsBetween = db.prepare(
    `SELECT seq, previous_rev AS previousRev, revert FROM effects
     WHERE dataset = ? AND document_id = ? AND seq > ? AND seq < ? ORDER BY seq DESC LIMIT ${pageSize}`,
  )
  const effectsOf = db.prepare(
    `SELECT document_id AS documentId, previous_rev AS previousRev, transition, mutations, apply, revert
     FROM effects WHERE seq = ? AND document_id > ? ORDER BY document_id LIMIT ${pageSize}`,
  )
  const effectsOnVersions = db.prepare(
    `SELECT document_id AS documentId, previous_rev AS previousRev, transition FROM effects
     WHERE seq = ? AND (document_id IN (?, ?) OR (document_id > 'versions.' AND document_id < 'versions/'))
     ORDER BY document_id`,
  )
  const sizeOfTransaction = db.prepare(
    `SELECT count(*) AS changes, total(octet_length(mutations) + octet_length(apply) + octet_length(revert)) AS bytes
     FROM (SELECT mutations, apply, revert FROM effects WHERE seq = ? LIMIT ?)`,
  )
  const transactionBySeq = db.prepare(
    'SELECT seq, dataset, id AS transactionId, author, timestamp FROM transactions WHERE seq = ?',
  )
  const seqsAfter = db.prepare(
    'SELECT seq FROM transactions WHERE dataset = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const allSeqsAfter = db.prepare('SELECT seq FROM transactions WHERE seq > ? ORDER BY seq LIMIT 1000')
  const seqById = db.prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
  const lastId = db.prepare('SELECT id FROM transactions WHERE dataset = ? ORDER BY seq DESC LIMIT 1')
  const seqByTime = db.prepare(
    // By number, not by time: the clock may have stepped back. The + keeps SQLite from the index by time, which
    // would sort all earlier transactions. This reads back from the last one.
    `SELECT seq FROM transactions WHERE dataset = ? AND +timestamp <= ? ORDER BY seq DESC LIMIT 1`,
  )
  const seqsOfDocument = (order: 'ASC' | 'DESC') =>
    db.prepare(
      `SELECT seq FROM effects WHERE dataset = ? AND document_id = ? AND seq BETWEEN ? AND ?
       ORDER BY seq ${order} LIMIT ?`,
    )
  const [oldestFirst, newestFirst] = [seqsOfDocument('ASC'), seqsOfDocument('DESC')]

  const seqOf = (dataset: string, transactionId: string): number | undefined => {
    const row = seqById.get(dataset, transactionId)
    return row ? Number(row.seq) : undefined
  }

  const transaction = (seq: number) => transactionBySeq.get(seq) as Omit<Commit, 'changes'> | undefined

  return {
    seqOf,
    transaction,

    /** The document after transaction `seq`, or undefined when it did not exist. */
    async documentAt(
      dataset: string,
      id: string,
      seq: number,
      pause: Pause,
    ): Promise<LakeDocument | undefined> {
      const current = get(dataset, id)
      let document = withoutRevision(current)
      let rev: unknown = current?._rev
      for (let before = Number.MAX_SAFE_INTEGER; ; ) {
        const rows = revertsBetween.all(dataset, id, seq, before)
        for (const row of rows) {
          document = applyPatch(document, JSON.parse(String(row.revert)))
          rev = row.previousRev
          before = Number(row.seq)
          await pause()
        }
        if (rows.length < pageSize) break
      }
      return document ? ({...document, _rev: String(rev)} as LakeDocument) : undefined
    },

    /** The effects of one transaction, up to ten thousand, in order of document id. */
    async *effects(seq: number, pause: Pause): AsyncGenerator<Effect, void, undefined> {
      for (let after = ''; ; ) {
        const rows = effectsOf.all(seq, after) as Effect[]
        yield* rows
        const last = rows.at(-1)
        if (!last || rows.length < pageSize) return
        after = last.documentId
        await pause()
      }
    },

    /** Number of changes and bytes of a transaction. Only the first `maxChanges` changes are counted. */
    sizeOfTransaction: (seq: number, maxChanges: number) =>
      sizeOfTransaction.get(seq, maxChanges) as {changes: number; bytes: number},

    /** The effects of a transaction on a document, its draft and its versions, without their content. */
    effectsOnVersions: (seq: number, publishedId: string) =>
      (
        effectsOnVersions.all(seq, publishedId, draftIdOf(publishedId)) as Pick<
          Effect,
          'documentId' | 'previousRev' | 'transition'
        >[]
      ).filter(({documentId}) => publishedIdOf(documentId) === publishedId),

    /** The id of the last transaction of a dataset. */
    lastId(dataset: string): string | undefined {
      const row = lastId.get(dataset)
      return row && String(row.id)
    },

    /** The number of the last transaction at `time` (ISO 8601); 0 when there was none. */
    seqAt: (dataset: string, time: string): number => Number(seqByTime.get(dataset, time)?.seq ?? 0),

    /** Numbers of the transactions after `seq`, oldest first. */
    seqsAfter: (dataset: string, seq: number, limit: number): number[] =>
      seqsAfter.all(dataset, seq, limit).map((row) => Number(row.seq)),

    /** The same for all datasets: the first thousand. */
    seqsAfterInAllDatasets: (seq: number): number[] => allSeqsAfter.all(seq).map((row) => Number(row.seq)),

    /** Numbers of the transactions before `seq` that changed one document, newest first. */
    seqsBefore: (dataset: string, id: string, seq: number, limit: number): number[] =>
      newestFirst.all(dataset, id, 0, seq - 1, limit).map((row) => Number(row.seq)),

    /**
     * Numbers of the transactions that changed any of these documents. Both ends of the range are included.
     */
    async seqsOf(
      dataset: string,
      ids: string[],
      {from, to, reverse = false, limit}: LogRange,
      pause: Pause,
    ): Promise<number[]> {
      const first = from ? seqOf(dataset, from) : 0
      const last = to ? seqOf(dataset, to) : Number.MAX_SAFE_INTEGER
      if (first === undefined || last === undefined) return []
      let found: number[] = []
      for (const id of ids) {
        const rows = (reverse ? newestFirst : oldestFirst).all(dataset, id, first, last, limit)
        const seqs = new Set([...found, ...rows.map((row) => Number(row.seq))])
        found = [...seqs].sort((left, right) => (reverse ? right - left : left - right)).slice(0, limit)
        await pause()
      }
      return found
    },
  }
}
