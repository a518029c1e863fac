import {rename, rm} from 'node:fs/promises'
import {logError, logInfo} from '../observability/log.ts'

const RETRY_MS = 30_000
/**
 * Writes that wait for a failing disk. Their pages stay in memory, which is bounded: more would evict other
 * pages.
 */
const MAX_PENDING = 1_000

const remedies: Record<string, string> = {
  ENOSPC: 'the disk is full: make room',
  EDQUOT: 'the quota is used up: make room',
  EROFS: 'the file system is read-only: mount it for writing',
  EACCES: 'the server’s user may not write there: change the owner',
  EPERM: 'the server’s user may not write there: change the owner',
}

type WriteFile = (file: string, data: string | Buffer) => Promise<unknown>

/**
 * Writes all files of an entry under temporary names and renames them when all are complete. The `.meta` file
 * with the checksum comes last. No `fsync`: it would take longer than everything else, and after a power cut
 * the checksum detects a torn entry.
 */
export async function writeAtomically<Fs extends {writeFile: WriteFile}>(
  fs: Fs,
  write: (fs: Fs) => Promise<void>,
) {
  const writes = new Map<string, Promise<unknown>>()
  const temporary = (file: string) => `${file}.unfinished`
  const writeFile: WriteFile = (file, data) => {
    const writing = fs.writeFile(temporary(file), data)
    writes.set(file, writing)
    return writing
  }
  try {
    await write({...fs, writeFile})
    const isLast = (file: string) => file.endsWith('.meta')
    const files = [...writes.keys()].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))
    for (const file of files) await rename(temporary(file), file)
  } catch (error) {
    await Promise.allSettled(writes.values())
    for (const file of writes.keys()) await rm(temporary(file), {force: true}).catch(() => {})
    throw error
  }
}

type Write = () => Promise<void>

/** The newest write of each entry that has not reached the disk. */
const pending = new Map<string, Write>()
const running = new Map<string, Promise<void>>()
let isFailing = false
let retry: NodeJS.Timeout | undefined

async function attempt(key: string, write: Write) {
  const isSuperseded = pending.get(key) !== write
  if (isSuperseded) return
  try {
    await write()
    if (pending.get(key) === write) pending.delete(key)
    if (isFailing) logInfo('Pages are written to disk again')
    isFailing = false
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code)
    const remedy = remedies[code] ?? code
    if (!isFailing)
      logError(
        `Can't write pages to disk: ${remedy}. Visitors get them from memory; after a restart they get older ones. Tried again every ${RETRY_MS / 1000} s.`,
        error,
        {key},
      )
    isFailing = true
    for (const oldest of pending.keys()) {
      if (pending.size <= MAX_PENDING) break
      pending.delete(oldest)
    }
    retry ??= setTimeout(() => void writePending(), RETRY_MS).unref()
  }
}

/**
 * Never throws: an entry that can't be written stays in memory and is written later. One write at a time for
 * each entry.
 */
export async function writeToDisk(key: string, write: Write): Promise<void> {
  pending.set(key, write)
  const turn = (running.get(key) ?? Promise.resolve()).then(() => attempt(key, write))
  running.set(key, turn)
  await turn
  if (running.get(key) === turn) running.delete(key)
}

/** Writes one entry after the other, until the disk fails again. */
export async function writePending(): Promise<void> {
  clearTimeout(retry)
  retry = undefined
  for (const [key, write] of [...pending]) {
    if (pending.get(key) !== write) continue
    await writeToDisk(key, write)
    if (isFailing) return
  }
}
