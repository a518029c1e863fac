import {mkdir, readdir, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {logError} from '../observability/log.ts'
import type {PreviewSession} from './session-token.ts'

/**
 * Preview sessions that an editor has ended. One empty file each: it survives a restart and a new build, and
 * every process that serves this folder sees it. If the disk is full or read-only, memory holds them for this
 * process.
 */
const FOLDER = join('.next', 'cache', 'ended-previews')

/** Longer than any session is valid (at most twelve hours). Older files are deleted. */
const RETENTION_MS = 24 * 60 * 60 * 1000

declare global {
  var endedPreviews: Map<string, number> | undefined
}
globalThis.endedPreviews ??= new Map()
/** Id → expiry. A global, because Next bundles the proxy and each route separately. */
const inMemory: Map<string, number> = globalThis.endedPreviews

type Session = Pick<PreviewSession, 'id' | 'expires'>

/** The comments for Turbopack: it would take a folder that it can't know for the whole project, and trace all files. */
const fileOf = (folder: string, name: string) => join(/*turbopackIgnore: true*/ folder, name)

/** Both stores stay small: the caller passes signed sessions only, and expired ones are deleted. */
export async function endSession({id, expires}: Session, folder = FOLDER): Promise<void> {
  const now = Date.now()
  for (const [each, until] of inMemory) if (until < now) inMemory.delete(each)
  inMemory.set(id, expires)
  try {
    await mkdir(folder, {recursive: true})
    await writeFile(/*turbopackIgnore: true*/ fileOf(folder, id), '')
    for (const name of await readdir(/*turbopackIgnore: true*/ folder)) {
      const file = fileOf(folder, name)
      if (now - (await stat(/*turbopackIgnore: true*/ file)).mtimeMs > RETENTION_MS)
        await rm(file, {force: true})
    }
  } catch (error) {
    logError('A preview was ended in this process only: its file could not be written', error)
  }
}

/** A file that can't be read counts as ended. */
export async function isEnded(id: string, folder = FOLDER): Promise<boolean> {
  if (inMemory.has(id)) return true
  return stat(/*turbopackIgnore: true*/ fileOf(folder, id)).then(
    () => true,
    ({code}: NodeJS.ErrnoException) => code !== 'ENOENT',
  )
}
