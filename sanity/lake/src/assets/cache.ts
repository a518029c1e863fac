import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, statSync, utimesSync} from 'node:fs'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Semaphore} from './semaphore.ts'

/** How much disk made images may take; they can all be made again. */
const maxBytes = 256 * 1024 * 1024

export type ImageCacheOptions = {maxBytes?: number; turns: Semaphore}

/**
 * Images made from others, in `{dir}/cache/images/{key}`; the ones not asked for longest go first. Safe to
 * delete at any time, also while the lake runs.
 */
export function openImageCache(dir: string, options: ImageCacheOptions) {
  const folder = join(dir, 'cache', 'images')
  const bound = options.maxBytes ?? maxBytes
  const sizes = sizesByAge(folder)
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const underWay = new Map<string, Promise<Buffer>>()

  async function read(key: string): Promise<Buffer | undefined> {
    const size = sizes.get(key)
    if (size === undefined) return undefined
    try {
      const data = await readFile(join(folder, key))
      // To the young end, in memory and for the next start.
      sizes.delete(key)
      sizes.set(key, size)
      utimesSync(join(folder, key), new Date(), new Date())
      return data
    } catch {
      // Somebody emptied the folder: it is made again.
      if (sizes.delete(key)) total -= size
      return undefined
    }
  }

  async function keep(key: string, data: Buffer) {
    if (data.byteLength > bound / 4) return
    const temporary = join(folder, `.${randomUUID()}`)
    await writeFile(temporary, data)
    await rename(temporary, join(folder, key))
    total += data.byteLength - (sizes.get(key) ?? 0)
    sizes.delete(key)
    sizes.set(key, data.byteLength)
    for (const [oldest, size] of sizes) {
      if (total <= bound) break
      sizes.delete(oldest)
      total -= size
      await rm(join(folder, oldest), {force: true})
    }
  }

  async function readOrMake(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = await read(key)
    if (known) return known
    const data = await options.turns(make)
    // A full disk costs the cache, not the visitor.
    await keep(key, data).catch((error) => console.error('[lake] image cache:', error))
    return data
  }

  return {
    /** @param parts everything the image depends on. @param make called once however many ask meanwhile. */
    get(parts: unknown, make: () => Promise<Buffer>): Promise<Buffer> {
      const key = imageKey(parts)
      const running = underWay.get(key)
      if (running) return running
      const result = readOrMake(key, make).finally(() => underWay.delete(key))
      underWay.set(key, result)
      return result
    },

    /** Bytes on disk. */
    size: () => total,
  }
}

export type ImageCache = ReturnType<typeof openImageCache>

/** Names an image by what it is made from. */
export const imageKey = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)

/** What an earlier run left, the oldest first; half-written files of one that was killed are not taken over. */
function sizesByAge(folder: string): Map<string, number> {
  mkdirSync(folder, {recursive: true})
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{40}$/.test(name))
    .map((name) => ({name, ...pick(statSync(join(folder, name)))}))
    .sort((left, right) => left.mtimeMs - right.mtimeMs)
  return new Map(files.map(({name, size}) => [name, size]))
}

const pick = ({mtimeMs, size}: {mtimeMs: number; size: number}) => ({mtimeMs, size})
