import {mkdirSync} from 'node:fs'
import type {Json, LakeDocument} from '../document.ts'
import {publishedIdOf, strongReferences} from '../document.ts'
import {openDatabase} from './open-database.ts'
import {parseDocument} from './parse-document.ts'

/** What one transaction changed in one document. `mutations` are those of this document only. */
export type Change = {
  documentId: string
  before: LakeDocument | undefined
  after: LakeDocument | undefined
  mutations: Json[]
  /** Mendoza patches from `before` to `after` and back. */
  apply: unknown[]
  revert: unknown[]
  /** Deleted with its history. The history is removed after all webhooks have processed the deletion. */
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

/**
 * The only connection that writes. Each `commit` is one SQLite transaction; it is durable when the call
 * returns.
 */
export function openStore(dir: string) {
  mkdirSync(dir, {recursive: true})
  const db = openDatabase(dir)

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

  /** Runs `callback` in one SQLite transaction. An error rolls everything back. */
  function atomically<T>(callback: () => T): T {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = callback()
      db.exec('COMMIT')
      return result
    } catch (error) {
      // On a full disk SQLite has rolled back already, and this fails. Node 22.13 has no way to check.
      try {
        db.exec('ROLLBACK')
      } catch {}
      throw error
    }
  }

  /**
   * The same for what can be done again: it survives a crash of the lake, but a power loss may undo the last ones.
   * The commit does not wait for the disk. The next one that waits makes these durable, too.
   */
  function atomicallyUnsynced<T>(callback: () => T): T {
    db.exec('PRAGMA synchronous = NORMAL')
    try {
      return atomically(callback)
    } finally {
      db.exec('PRAGMA synchronous = FULL')
    }
  }

  function writeDocument(dataset: string, {documentId, after}: Change) {
    deleteReferences.run(dataset, documentId)
    if (!after) {
      deleteDocument.run(dataset, documentId)
      return
    }
    upsertDocument.run(dataset, documentId, after._type, after._rev, JSON.stringify(after))
    for (const target of strongReferences(after)) insertReference.run(dataset, documentId, target)
  }

  return {
    /** For parts with their own tables (webhooks, users): same file, same durability. */
    db,
    atomically,
    atomicallyUnsynced,

    get(dataset: string, id: string): LakeDocument | undefined {
      const row = selectDocument.get(dataset, id)
      return row ? parseDocument(dataset, id, String(row.json)) : undefined
    },

    hasTransaction: (dataset: string, id: string): boolean => Boolean(selectTransaction.get(dataset, id)),

    /** The number of the last transaction of any dataset; 0 when there is none. */
    lastSeq: (): number => Number(selectLastSeq.get()?.seq),

    hasTransactions: (dataset: string): boolean =>
      Boolean(db.prepare('SELECT 1 FROM transactions WHERE dataset = ? LIMIT 1').get(dataset)),

    /** The ids of the published document, its draft and its versions that exist. */
    versionIds: (dataset: string, publishedId: string): string[] =>
      selectVersionIds
        .all({dataset, id: publishedId})
        .map((row) => String(row.id))
        .filter((id) => publishedIdOf(id) === publishedId),

    /** Ids that start with a path. @param path ends in a dot; `/` is the next character after a dot. */
    idsBelow: (dataset: string, path: string): string[] =>
      selectIdsBelow.all(dataset, path, `${path.slice(0, -1)}/`).map((row) => String(row.id)),

    /** The Mendoza patch that undoes the last change of a document. */
    lastRevert(dataset: string, id: string): unknown[] | undefined {
      const row = selectLastRevert.get(dataset, id)
      return row && JSON.parse(String(row.revert))
    },

    /** Ids of documents with a strong reference to `id`: the first hundred. */
    referrers: (dataset: string, id: string): string[] =>
      selectReferrers.all(dataset, id).map((row) => String(row.source)),

    /** @param inSameTransaction runs in the same SQLite transaction. */
    commit(commit: Omit<Commit, 'seq'>, inSameTransaction?: () => void): Commit {
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
          writeDocument(dataset, change)
          if (change.isPurged) insertPurge.run(dataset, change.documentId, seq)
        }
        inSameTransaction?.()
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

    /** Merges the write-ahead log into the database file, so that a copy of the file is a complete backup. */
    close() {
      try {
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // The disk is full. No data is lost: the next start continues with the log.
        console.error('[lake] the write-ahead log could not be merged:', error)
      }
      db.close()
    },
  }
}
