import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

/**
 * Allows one lake per folder: two would each serve their own state. The lock is SQLite's lock on an empty
 * file. The operating system releases it however the process ends, so no stale lock has to be recognised by a
 * process id.
 * @throws Error that names `LAKE_DIR` when a running lake holds the folder.
 */
export function lockFolder(dir: string): {release(): void} {
  mkdirSync(dir, {recursive: true, mode: 0o700})
  const pidFile = join(dir, 'lake.pid')
  const lock = new DatabaseSync(join(dir, 'lake.lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof Error && /locked/.test(error.message))) throw error
    throw new Error(
      `The data folder ${dir} is in use by another lake (process ${readPid(pidFile)}). ` +
        'Stop it, or set LAKE_DIR to another folder.',
    )
  }
  writeFileSync(pidFile, String(process.pid))
  return {
    release() {
      rmSync(pidFile, {force: true})
      lock.close()
    },
  }
}

const readPid = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'unknown'
  }
}
