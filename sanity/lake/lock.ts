import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * One lake a folder: two would each serve their own idea of it. A lock left by a lake that was killed is
 * taken over. @throws Error naming `LAKE_DIR` when a living process holds the folder.
 */
export function lockFolder(dir: string): {release(): void} {
  mkdirSync(dir, {recursive: true})
  const file = join(dir, 'lake.lock')
  const take = () => writeFileSync(file, String(process.pid), {flag: 'wx'})
  try {
    take()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(file, 'utf8'))
    if (Number.isInteger(holder) && holder > 0 && isAlive(holder))
      throw new Error(
        `The data folder ${dir} is in use by another lake (process ${holder}). Stop it, or set LAKE_DIR to another folder.`,
      )
    rmSync(file, {force: true})
    take()
  }
  return {release: () => rmSync(file, {force: true})}
}
