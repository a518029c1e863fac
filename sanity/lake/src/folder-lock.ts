import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

/**
 * One lake a folder: two would each serve their own idea of it. The lock is SQLite's on an empty file: the
 * system lets go of it however the process ends, so there is no stale lock to judge by a process number.
 * @throws Error naming `LAKE_DIR` when a living lake holds the folder.
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
