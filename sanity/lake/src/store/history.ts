import {applyPatch} from 'mendoza'
import {draftIdOf, type Json, type LakeDocument, publishedIdOf} from '../document.ts'
import type {Pause} from '../slices.ts'
import type {Commit, Store, Transition} from './store.ts'

/** What one transaction did to one document, as the log has it: JSON that is not read yet. */
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

/** Rows that are read at once: each may be a whole document and more. */
const pageSize = 20

/** Effects leave `_rev` out, as Sanity's do: it is known from the transaction. */
export const withoutRevision = (document: LakeDocument | undefined): Json | null => {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

/** Reads the log. What may read much of it takes a `pause` between its steps. */
export function openHistory({db, get}: Store) {
  const revertsBetween = db.prepare(
    `SELECT seq, previous_rev AS previousRev, revert FROM effects
     WHERE dataset = ? AND document_id = ? AND seq > ? AND seq < ? ORDER BY seq DESC LIMIT ${pageSize}`,
  )
  const effectsOf = db.prepare(
    `SELECT document_id AS documentId, previous_rev AS previousRev, transition, mutations, apply, revert
     FROM effects WHERE seq = ? AND document_id > ? ORDER BY document_id LIMIT ${pageSize}`,
  )
  const versionsIn = db.prepare(
    `SELECT document_id AS documentId, previous_rev AS previousRev, transition FROM effects
     WHERE seq = ? AND (document_id IN (?, ?) OR (document_id > 'versions.' AND document_id < 'versions/'))
     ORDER BY document_id`,
  )
  const weightOf = db.prepare(
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
    `SELECT seq FROM transactions WHERE dataset = ? AND timestamp <= ?
     ORDER BY timestamp DESC, seq DESC LIMIT 1`,
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

    /** The document when transaction `seq` was done; undefined when there was none. */
    async documentAt(
      dataset: string,
      id: string,
      seq: number,
      pause: Pause,
    ): Promise<LakeDocument | undefined> {
      const present = get(dataset, id)
      let document = withoutRevision(present)
      let rev: unknown = present?._rev
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

    /** The effects of one transaction, which may be ten thousand, in order of their documents' ids. */
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

    /** How much a transaction holds; of more than `most` changes, what the first of them hold. */
    weightOf: (seq: number, most: number) => weightOf.get(seq, most) as {changes: number; bytes: number},

    /** What a transaction did to a document, its draft and its versions, without their content. */
    versionsIn: (seq: number, publishedId: string) =>
      (
        versionsIn.all(seq, publishedId, draftIdOf(publishedId)) as Pick<
          Effect,
          'documentId' | 'previousRev' | 'transition'
        >[]
      ).filter(({documentId}) => publishedIdOf(documentId) === publishedId),

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

    /** The same over all datasets: the first thousand. */
    seqsAfterAnywhere: (seq: number): number[] => allSeqsAfter.all(seq).map((row) => Number(row.seq)),

    /** Numbers of the last transactions before `seq` that touched one document, newest first. */
    seqsBefore: (dataset: string, id: string, seq: number, limit: number): number[] =>
      newestFirst.all(dataset, id, 0, seq - 1, limit).map((row) => Number(row.seq)),

    /** Numbers of the transactions that touched any of these documents; both ends of the range belong to it. */
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
