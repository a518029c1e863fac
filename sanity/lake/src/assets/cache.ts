import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, statSync, utimesSync} from 'node:fs'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Semaphore} from '../semaphore.ts'

/** Disk space for transformed images. They can be created again. */
const maxBytes = 256 * 1024 * 1024

export type ImageCacheOptions = {maxBytes?: number; semaphore: Semaphore}

/**
 * A cache of transformed images in `{dir}/cache/images/{key}`. The least recently used ones are deleted
 * first. The folder may be deleted at any time, also while the lake runs.
 */
export function openImageCache(dir: string, options: ImageCacheOptions) {
  const folder = join(dir, 'cache', 'images')
  const limit = options.maxBytes ?? maxBytes
  const sizes = sizesByAge(folder)
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const inFlight = new Map<string, Promise<Buffer>>()

  async function read(key: string): Promise<Buffer | undefined> {
    const size = sizes.get(key)
    if (size === undefined) return undefined
    try {
      const data = await readFile(join(folder, key))
      // Mark it as the most recently used, in memory and for the next start.
      sizes.delete(key)
      sizes.set(key, size)
      utimesSync(join(folder, key), new Date(), new Date())
      return data
    } catch {
      // The file was deleted from outside. Create the image again.
      if (sizes.delete(key)) total -= size
      return undefined
    }
  }

  async function store(key: string, data: Buffer) {
    if (data.byteLength > limit / 4) return
    const temporary = join(folder, `.${randomUUID()}`)
    await writeFile(temporary, data)
    await rename(temporary, join(folder, key))
    total += data.byteLength - (sizes.get(key) ?? 0)
    sizes.delete(key)
    sizes.set(key, data.byteLength)
    for (const [oldest, size] of sizes) {
      if (total <= limit) break
      sizes.delete(oldest)
      total -= size
      await rm(join(folder, oldest), {force: true})
    }
  }

  async function readOrCreate(key: string, create: () => Promise<Buffer>): Promise<Buffer> {
    const cached = await read(key)
    if (cached) return cached
    const data = await options.semaphore(create)
    // On a full disk the image is delivered without being cached.
    await store(key, data).catch((error) => console.error('[lake] image cache:', error))
    return data
  }

  return {
    /**
     * @param parts everything that the image depends on. @param create called once for concurrent requests.
     */
    get(parts: unknown, create: () => Promise<Buffer>): Promise<Buffer> {
      const key = imageKey(parts)
      const running = inFlight.get(key)
      if (running) return running
      const result = readOrCreate(key, create).finally(() => inFlight.delete(key))
      inFlight.set(key, result)
      return result
    },

    /** Bytes on disk. */
    size: () => total,
  }
}

export type ImageCache = ReturnType<typeof openImageCache>

/** The cache key of an image: a hash of everything it depends on. */
export const imageKey = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)

/** Cached files of earlier runs, oldest first. Half-written files of a killed process are ignored. */
function sizesByAge(folder: string): Map<string, number> {
  mkdirSync(folder, {recursive: true})
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{40}$/.test(name))
    .map((name) => ({name, ...sizeAndTime(statSync(join(folder, name)))}))
    .sort((left, right) => left.mtimeMs - right.mtimeMs)
  return new Map(files.map(({name, size}) => [name, size]))
}

const sizeAndTime = ({mtimeMs, size}: {mtimeMs: number; size: number}) => ({mtimeMs, size})
