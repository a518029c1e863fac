import type {Store} from './store.ts'

/** A `private` dataset is read with credentials only. */
type AclMode = 'public' | 'private'

export type Dataset = {name: string; aclMode: AclMode; description: string | null; createdAt: string}

/** The tables with a `dataset` column. */
const tables = ['documents', 'strong_references', 'effects', 'transactions', 'purges']

/** Creates, changes and deletes datasets. */
export function openDatasets({db, atomically}: Store) {
  const select = db.prepare(
    `SELECT name, acl_mode AS aclMode, description, created_at AS createdAt FROM datasets ORDER BY name`,
  )
  const insert = db.prepare(
    'INSERT INTO datasets (name, acl_mode, description, created_at, seeded_at) VALUES (?, ?, ?, ?, ?)',
  )
  const update = db.prepare('UPDATE datasets SET acl_mode = ?, description = ? WHERE name = ?')

  const list = () => select.all() as Dataset[]

  return {
    list,

    find: (name: string): Dataset | undefined => list().find((dataset) => dataset.name === name),

    /** Marked as seeded: the seed is imported only into the dataset that the lake starts with. */
    create({name, aclMode, description}: Omit<Dataset, 'createdAt'>): void {
      const now = new Date().toISOString()
      insert.run(name, aclMode, description, now, now)
    },

    edit({name, aclMode, description}: Omit<Dataset, 'createdAt'>): void {
      update.run(aclMode, description, name)
    },

    /** Deletes its documents, history and webhooks. This can't be undone. */
    remove: (name: string): void =>
      atomically(() => {
        for (const table of tables) {
          // Effects reference transactions, so they are deleted first.
          db.prepare(`DELETE FROM ${table} WHERE dataset = ?`).run(name)
        }
        db.prepare(`DELETE FROM hooks WHERE json ->> '$.dataset' = ?`).run(name)
        db.prepare('DELETE FROM datasets WHERE name = ?').run(name)
      }),
  }
}

export type Datasets = ReturnType<typeof openDatasets>
