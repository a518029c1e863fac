import {mkdir, readdir, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {logError} from '../observability/log.ts'
import type {PreviewSession} from './session-token.ts'

/**
 * Sessions that were left. An empty file for each: it outlives a restart and a new build, and every process that serves
 * from this folder sees it. The memory beside it covers a disk that is full or read-only, for this process only.
 */
const FOLDER = join('.next', 'cache', 'ended-previews')

/** After this, no session that was left can still be valid by its own expiry (the longest lasts twelve hours). */
const KEPT_MS = 24 * 60 * 60 * 1000

declare global {
  var endedPreviews: Map<string, number> | undefined
}
globalThis.endedPreviews ??= new Map()
/** Id and expiry. One for the proxy and the routes, which Next bundles apart from each other. */
const inMemory: Map<string, number> = globalThis.endedPreviews

type Session = Pick<PreviewSession, 'id' | 'expires'>

/** Both stores stay small: only a signed session gets in, and it is dropped when it would have expired. */
export async function endSession({id, expires}: Session, folder = FOLDER): Promise<void> {
  const now = Date.now()
  for (const [each, until] of inMemory) if (until < now) inMemory.delete(each)
  inMemory.set(id, expires)
  try {
    await mkdir(folder, {recursive: true})
    await writeFile(join(folder, id), '')
    for (const name of await readdir(folder)) {
      const file = join(folder, name)
      if (now - (await stat(file)).mtimeMs > KEPT_MS) await rm(file, {force: true})
    }
  } catch (error) {
    logError('A preview was ended in this process only: the disk did not take the note of it', error)
  }
}

/** What can't be read counts as ended. */
export async function isEnded(id: string, folder = FOLDER): Promise<boolean> {
  if (inMemory.has(id)) return true
  return stat(join(folder, id)).then(
    () => true,
    ({code}: NodeJS.ErrnoException) => code !== 'ENOENT',
  )
}
