import {chmodSync, closeSync, existsSync, openSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {schema, writerPragmas} from './schema.ts'

export const databaseFile = (dir: string) => join(dir, 'lake.sqlite')

/** Stored in the file (`PRAGMA user_version`). Increase it with each migration. */
const schemaVersion = 1

/** `migrations[n]` changes a database of version n to version n + 1. */
const migrations: ((db: DatabaseSync) => void)[] = [
  (db) => {
    db.exec(schema)
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all('datasets')
    if (!columns.some(({name}) => name === 'description'))
      db.exec('ALTER TABLE datasets ADD COLUMN description TEXT')
  },
]

const restore = 'Put a backup in its place, or delete the folder to start again with the seed.'

/**
 * Opens the database of a data folder for writing, or creates it in a new one. Only the account that runs the
 * lake can read it.
 * @throws Error that names the file and the remedy, when the database is missing, damaged or too new.
 */
export function openDatabase(dir: string): DatabaseSync {
  const file = databaseFile(dir)
  // Written when the database is complete. So an empty one is not taken for a new one, and seeded.
  const marker = join(dir, 'initialized')
  if (existsSync(marker) && (!existsSync(file) || statSync(file).size === 0))
    throw new Error(`The database ${file} is missing or empty, but this folder had one. ${restore}`)
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  const db = new DatabaseSync(file)
  try {
    requireIntact(db, file)
    db.exec(writerPragmas)
    migrate(db, file)
    writeFileSync(marker, '')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function requireIntact(db: DatabaseSync, file: string): void {
  let finding: unknown
  try {
    finding = db.prepare('PRAGMA quick_check(1)').get()?.quick_check
  } catch (error) {
    finding = error instanceof Error ? error.message : error
  }
  if (finding !== 'ok') throw new Error(`The database ${file} is damaged (${finding}). ${restore}`)
}

function migrate(db: DatabaseSync, file: string): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (version > schemaVersion)
    throw new Error(
      `The database ${file} was written by a newer version of the lake (schema ${version}, this one knows ${schemaVersion}). Update the lake.`,
    )
  for (const [from, change] of migrations.entries()) {
    if (from < version) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      change(db)
      db.exec(`PRAGMA user_version = ${from + 1}`)
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
}
