import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {Json, LakeDocument} from '../document.ts'
import {publishedIdOf, strongReferences} from '../document.ts'
import {schema, writerPragmas} from './schema.ts'

export const databaseFile = (dir: string) => join(dir, 'lake.sqlite')

/** What one transaction did to one document. `mutations` are the ones that concern this document alone. */
export type Change = {
  documentId: string
  before: LakeDocument | undefined
  after: LakeDocument | undefined
  mutations: Json[]
  /** Mendoza patches from before to after and back. */
  apply: unknown[]
  revert: unknown[]
  /** Deleted with its history, which goes once all webhooks have seen the deletion. */
  isPurged?: boolean
}

export type Transition = 'appear' | 'update' | 'disappear'

export type Commit = {
  seq: number
  dataset: string
  transactionId: string
  author: string
  timestamp: string
  changes: Change[]
}

export const transitionOf = (change: Pick<Change, 'before' | 'after'>): Transition =>
  !change.before ? 'appear' : !change.after ? 'disappear' : 'update'

export type Store = ReturnType<typeof openStore>

/** The one connection that writes. Each `commit` is one SQLite transaction, durable when it returns. */
export function openStore(dir: string) {
  mkdirSync(dir, {recursive: true})
  const db = new DatabaseSync(databaseFile(dir))
  db.exec(writerPragmas)
  db.exec(schema)

  const selectDocument = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const upsertDocument = db.prepare(
    `INSERT INTO documents (dataset, id, type, rev, json) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, rev = excluded.rev, json = excluded.json`,
  )
  const deleteDocument = db.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const insertTransaction = db.prepare(
    'INSERT INTO transactions (dataset, id, author, timestamp) VALUES (?, ?, ?, ?)',
  )
  const selectTransaction = db.prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
  const insertEffect = db.prepare(
    `INSERT INTO effects (seq, dataset, document_id, previous_rev, mutations, transition, apply, revert)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const selectLastSeq = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions')
  const deleteReferences = db.prepare('DELETE FROM strong_references WHERE dataset = ? AND source = ?')
  const insertReference = db.prepare(
    'INSERT INTO strong_references (dataset, source, target) VALUES (?, ?, ?)',
  )
  const selectReferrers = db.prepare(
    'SELECT source FROM strong_references WHERE dataset = ? AND target = ? ORDER BY source LIMIT 100',
  )
  const selectVersionIds = db.prepare(
    `SELECT id FROM documents WHERE dataset = $dataset AND (id IN ($id, 'drafts.' || $id)
       OR (id > 'versions.' AND id < 'versions/' AND id LIKE '%.' || $id)) ORDER BY id`,
  )
  const selectIdsBelow = db.prepare(
    'SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ? ORDER BY id',
  )
  const selectLastRevert = db.prepare(
    'SELECT revert FROM effects WHERE dataset = ? AND document_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const insertPurge = db.prepare('INSERT INTO purges (dataset, document_id, seq) VALUES (?, ?, ?)')
  const upsertDataset = db.prepare(
    `INSERT INTO datasets (name, acl_mode, created_at) VALUES (?, 'public', ?) ON CONFLICT (name) DO NOTHING`,
  )
  const selectDataset = db.prepare('SELECT 1 FROM datasets WHERE name = ?')
  const selectDatasets = db.prepare(
    'SELECT name, acl_mode AS aclMode, created_at AS createdAt, seeded_at AS seededAt FROM datasets ORDER BY name',
  )

  /** All or nothing: whatever `work` throws, nothing of it stays. */
  function atomically<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite itself has ended the transaction when the disk is full. Node 22.13 can't tell whether it has.
      try {
        db.exec('ROLLBACK')
      } catch {}
      throw error
    }
  }

  function write(dataset: string, {documentId, after}: Change) {
    deleteReferences.run(dataset, documentId)
    if (!after) {
      deleteDocument.run(dataset, documentId)
      return
    }
    upsertDocument.run(dataset, documentId, after._type, after._rev, JSON.stringify(after))
    for (const target of strongReferences(after)) insertReference.run(dataset, documentId, target)
  }

  return {
    /** For the parts that keep tables of their own (webhooks, users): same file, same durability. */
    db,
    atomically,

    get(dataset: string, id: string): LakeDocument | undefined {
      const row = selectDocument.get(dataset, id)
      return row ? JSON.parse(String(row.json)) : undefined
    },

    hasTransaction: (dataset: string, id: string): boolean => Boolean(selectTransaction.get(dataset, id)),

    /** The number of the last transaction, of any dataset; 0 when there is none. */
    lastSeq: (): number => Number(selectLastSeq.get()?.seq),

    hasTransactions: (dataset: string): boolean =>
      Boolean(db.prepare('SELECT 1 FROM transactions WHERE dataset = ? LIMIT 1').get(dataset)),

    /** The published id and those of its draft and versions, as far as they exist. */
    versionIds: (dataset: string, publishedId: string): string[] =>
      selectVersionIds
        .all({dataset, id: publishedId})
        .map((row) => String(row.id))
        .filter((id) => publishedIdOf(id) === publishedId),

    /** @param path ends in a dot; `/` is the character after it. */
    idsBelow: (dataset: string, path: string): string[] =>
      selectIdsBelow.all(dataset, path, `${path.slice(0, -1)}/`).map((row) => String(row.id)),

    /** The Mendoza patch that takes back the last change of a document. */
    lastRevert(dataset: string, id: string): unknown[] | undefined {
      const row = selectLastRevert.get(dataset, id)
      return row && JSON.parse(String(row.revert))
    },

    /** Ids of documents that refer to `id` strongly (the first hundred). */
    referrers: (dataset: string, id: string): string[] =>
      selectReferrers.all(dataset, id).map((row) => String(row.source)),

    /** `alongside` runs inside the same SQLite transaction. */
    commit(commit: Omit<Commit, 'seq'>, alongside?: () => void): Commit {
      return atomically(() => {
        const {dataset, transactionId, author, timestamp, changes} = commit
        const seq = Number(insertTransaction.run(dataset, transactionId, author, timestamp).lastInsertRowid)
        for (const change of changes) {
          insertEffect.run(
            seq,
            dataset,
            change.documentId,
            change.before?._rev ?? null,
            JSON.stringify(change.mutations),
            transitionOf(change),
            JSON.stringify(change.apply),
            JSON.stringify(change.revert),
          )
          write(dataset, change)
          if (change.isPurged) insertPurge.run(dataset, change.documentId, seq)
        }
        alongside?.()
        return {...commit, seq}
      })
    },

    hasDataset: (name: string): boolean => Boolean(selectDataset.get(name)),

    addDataset: (name: string) => upsertDataset.run(name, new Date().toISOString()),

    datasets: () =>
      selectDatasets.all().map((row) => ({
        name: String(row.name),
        aclMode: String(row.aclMode),
        createdAt: String(row.createdAt),
        seededAt: row.seededAt === null ? undefined : String(row.seededAt),
      })),

    markSeeded: (name: string) =>
      db.prepare('UPDATE datasets SET seeded_at = ? WHERE name = ?').run(new Date().toISOString(), name),

    /** Folds the write-ahead log back into the one file, so that a copy of it is a whole backup. */
    close() {
      try {
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // A full disk: nothing is lost, the next start goes on with the log.
        console.error('[lake] the write-ahead log could not be folded back:', error)
      }
      db.close()
    },
  }
}
