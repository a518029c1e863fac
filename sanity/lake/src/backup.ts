import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {databaseFile} from './store/open-database.ts'

type Backup = {
  documents: number
  assets: number
  /** Assets with a document but no file: the lake has lost them, or they were deleted during the backup. */
  missing: string[]
}

/**
 * Copies a data folder, also while a lake serves it: all datasets with their history, assets, webhooks and
 * secrets. The copy is a data folder itself. Writes meanwhile do not wait; they are in the copy or not, each
 * transaction as a whole.
 * @throws Error when there is no lake, or the target exists.
 */
export function backUp(dir: string, target: string): Backup {
  if (!existsSync(databaseFile(dir))) throw new Error(`${dir} has no lake. Set LAKE_DIR to its data folder.`)
  if (existsSync(target)) throw new Error(`${target} already exists. A backup never replaces another one.`)
  // A folder with the final name is complete.
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, {recursive: true, force: true})
  mkdirSync(dirname(target), {recursive: true})
  mkdirSync(unfinished, {mode: 0o700})
  try {
    // Before the database, since an asset may be deleted meanwhile. After it, since one may be added.
    copyAssets(dir, unfinished)
    copyDatabase(databaseFile(dir), databaseFile(unfinished))
    copyAssets(dir, unfinished)
    const secrets = join(dir, 'secrets.json')
    if (existsSync(secrets)) copyFileSync(secrets, join(unfinished, 'secrets.json'))
    const counts = inspect(unfinished)
    renameSync(unfinished, target)
    return counts
  } finally {
    rmSync(unfinished, {recursive: true, force: true})
  }
}

/** One read transaction of SQLite: the state at one moment. */
function copyDatabase(source: string, target: string): void {
  const db = new DatabaseSync(source, {readOnly: true})
  try {
    db.exec('PRAGMA busy_timeout = 5000')
    db.prepare('VACUUM INTO ?').run(target)
  } finally {
    db.close()
  }
  chmodSync(target, 0o600)
}

/** Copies the files that the target lacks. Their names are the hashes of their content, so none changes. */
function copyAssets(dir: string, target: string): void {
  for (const dataset of namesIn(join(dir, 'assets'))) {
    const [from, to] = [join(dir, 'assets', dataset), join(target, 'assets', dataset)]
    mkdirSync(to, {recursive: true})
    const present = new Set(namesIn(to))
    for (const name of namesIn(from)) {
      // A name with a dot is an upload that is not complete.
      if (present.has(name) || name.startsWith('.')) continue
      try {
        copyFileSync(join(from, name), join(to, name), constants.COPYFILE_FICLONE)
      } catch (error) {
        // Deleted since the folder was read.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    }
  }
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

function inspect(dir: string): Backup {
  const db = new DatabaseSync(databaseFile(dir), {readOnly: true})
  try {
    const assets = db
      .prepare(
        `SELECT dataset, id, json ->> '$.sha1hash' AS sha1 FROM documents
         WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset') AND json_valid(json)`,
      )
      .all()
    return {
      documents: Number(db.prepare('SELECT count(*) AS count FROM documents').get()?.count),
      assets: assets.length,
      missing: assets
        .filter(({dataset, sha1}) => !existsSync(join(dir, 'assets', String(dataset), String(sha1))))
        .map(({dataset, id}) => `${dataset}/${id}`),
    }
  } finally {
    db.close()
  }
}
