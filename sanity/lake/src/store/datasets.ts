import type {Store} from './store.ts'

/** `private`: nothing of it is read without credentials. */
type AclMode = 'public' | 'private'

export type Dataset = {name: string; aclMode: AclMode; description: string | null; createdAt: string}

/** Every table that holds something of one dataset. */
const tables = ['documents', 'strong_references', 'effects', 'transactions', 'purges']

/** Makes, changes and drops whole datasets. */
export function openDatasets({db, atomically}: Store) {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all('datasets')
  // Folders of an earlier lake have no descriptions.
  if (!columns.some(({name}) => name === 'description'))
    db.exec('ALTER TABLE datasets ADD COLUMN description TEXT')
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

    /** Never seeded: a seed is for the dataset the lake is started with. */
    create({name, aclMode, description}: Omit<Dataset, 'createdAt'>): void {
      const now = new Date().toISOString()
      insert.run(name, aclMode, description, now, now)
    },

    edit({name, aclMode, description}: Omit<Dataset, 'createdAt'>): void {
      update.run(aclMode, description, name)
    },

    /** With its history and its webhooks; there is no way back. */
    drop: (name: string): void =>
      atomically(() => {
        for (const table of tables) {
          // Effects refer to transactions, and are gone by then.
          db.prepare(`DELETE FROM ${table} WHERE dataset = ?`).run(name)
        }
        db.prepare(`DELETE FROM hooks WHERE json ->> '$.dataset' = ?`).run(name)
        db.prepare('DELETE FROM datasets WHERE name = ?').run(name)
      }),
  }
}

export type Datasets = ReturnType<typeof openDatasets>
