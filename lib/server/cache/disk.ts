import {rename, rm} from 'node:fs/promises'
import {logError, logInfo} from '../observability/log.ts'

const RETRY_MS = 30_000
/** Pages that wait for a disk that takes none. Each is in memory, and more would only crowd others out there. */
const MOST_WAITING = 1_000

const remedies: Record<string, string> = {
  ENOSPC: 'the disk is full: make room',
  EDQUOT: 'the quota is used up: make room',
  EROFS: 'the file system is read-only: mount it for writing',
  EACCES: 'the server’s user may not write there: change the owner',
  EPERM: 'the server’s user may not write there: change the owner',
}

type WriteFile = (file: string, data: string | Buffer) => Promise<unknown>

/**
 * Files are written beside their places and put there when all of them are whole, the one with the seal last. Not forced
 * to the disk (`fsync`), which would take longer than all the rest: what a power cut leaves torn, its seal tells.
 */
export async function writeTogether<Fs extends {writeFile: WriteFile}>(
  fs: Fs,
  write: (fs: Fs) => Promise<void>,
) {
  const writes = new Map<string, Promise<unknown>>()
  const beside = (file: string) => `${file}.unfinished`
  const writeFile: WriteFile = (file, data) => {
    const writing = fs.writeFile(beside(file), data)
    writes.set(file, writing)
    return writing
  }
  try {
    await write({...fs, writeFile})
    const isLast = (file: string) => file.endsWith('.meta')
    const files = [...writes.keys()].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))
    for (const file of files) await rename(beside(file), file)
  } catch (error) {
    await Promise.allSettled(writes.values())
    for (const file of writes.keys()) await rm(beside(file), {force: true}).catch(() => {})
    throw error
  }
}

type Write = () => Promise<void>

/** What is to be on disk and is not yet. */
const wanted = new Map<string, Write>()
const underWay = new Map<string, Promise<void>>()
let isFailing = false
let retry: NodeJS.Timeout | undefined

async function attempt(key: string, write: Write) {
  // A newer one has come.
  if (wanted.get(key) !== write) return
  try {
    await write()
    if (wanted.get(key) === write) wanted.delete(key)
    if (isFailing) logInfo('Pages are kept on disk again')
    isFailing = false
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code)
    const remedy = remedies[code] ?? code
    if (!isFailing)
      logError(
        `Pages can't be kept on disk: ${remedy}. Visitors get them from memory, but after a restart older ones. It is tried again every ${RETRY_MS / 1000} s.`,
        error,
        {key},
      )
    isFailing = true
    for (const oldest of wanted.keys()) {
      if (wanted.size <= MOST_WAITING) break
      wanted.delete(oldest)
    }
    retry ??= setTimeout(() => void writeWhatIsLeft(), RETRY_MS).unref()
  }
}

/** Never throws: a page that the disk does not take is in memory, and is written later. One page has one write at a time. */
export async function keepOnDisk(key: string, write: Write): Promise<void> {
  wanted.set(key, write)
  const turn = (underWay.get(key) ?? Promise.resolve()).then(() => attempt(key, write))
  underWay.set(key, turn)
  await turn
  if (underWay.get(key) === turn) underWay.delete(key)
}

/** One after the other, until the disk refuses again. */
export async function writeWhatIsLeft(): Promise<void> {
  clearTimeout(retry)
  retry = undefined
  for (const [key, write] of [...wanted]) {
    if (wanted.get(key) !== write) continue
    await keepOnDisk(key, write)
    if (isFailing) return
  }
}
