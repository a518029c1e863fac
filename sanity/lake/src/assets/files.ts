import {createHash, randomUUID} from 'node:crypto'
import {type FileHandle, mkdir, open, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** An uploaded file that is not an asset yet: `keep` makes it one, `discard` deletes it. Call one of them. */
export type StagedFile = {
  sha1: string
  size: number
  read(): Promise<Buffer>
  /** The first 64 kB. */
  head(): Promise<Buffer>
  /** Writes the bytes to disk (fsync). Slow for large files. Call it before `keep`. */
  sync(): Promise<void>
  keep(): Promise<void>
  discard(): Promise<void>
}

const headBytes = 64 * 1024

/** @throws Error unless it is forty hexadecimal digits: no other name may reach the file system. */
function requireHash(sha1: string): string {
  if (!/^[0-9a-f]{40}$/.test(sha1)) throw new Error(`Not a content hash: ${sha1}`)
  return sha1
}

/**
 * The bytes of assets, in files named by their hash: `{dir}/assets/{dataset}/{sha1}`. The same bytes are
 * stored once. A file is complete and on disk before its document is written.
 */
export function openAssetFiles(dir: string) {
  const folderOf = (dataset: string) => join(dir, 'assets', dataset)
  const fileOf = (dataset: string, sha1: string) => join(folderOf(dataset), requireHash(sha1))
  const unlessMissing = (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  }

  return {
    /** Writes and hashes the bytes as they arrive, so that memory holds one chunk only. */
    async stage(dataset: string, chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> {
      const folder = folderOf(dataset)
      await mkdir(folder, {recursive: true})
      const temporary = join(folder, `.${randomUUID()}`)
      const discard = () => rm(temporary, {force: true})
      const hash = createHash('sha1')
      let size = 0
      try {
        await writeFile(temporary, countBytes(chunks), {flag: 'wx'})
      } catch (error) {
        await discard()
        throw error
      }
      async function* countBytes(source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk)
          size += chunk.byteLength
          yield chunk
        }
      }
      const sha1 = hash.digest('hex')
      return {
        sha1,
        size,
        discard,
        read: () => readFile(temporary),
        async head() {
          const file = await open(temporary)
          const {buffer, bytesRead} = await file
            .read(Buffer.alloc(headBytes), 0, headBytes, 0)
            .finally(() => file.close())
          return buffer.subarray(0, bytesRead)
        },
        async sync() {
          const file = await open(temporary, 'r+')
          await file.sync().finally(() => file.close())
        },
        keep: () => rename(temporary, join(folder, sha1)),
      }
    },

    /** @returns undefined when the file does not exist. @param sha1 forty hexadecimal digits. */
    read: (dataset: string, sha1: string): Promise<Buffer | undefined> =>
      readFile(fileOf(dataset, sha1)).catch(unlessMissing),

    /** For a file that is sent in parts. @returns undefined when it does not exist. */
    open: (dataset: string, sha1: string): Promise<FileHandle | undefined> =>
      open(fileOf(dataset, sha1)).catch(unlessMissing),

    remove: (dataset: string, sha1: string): Promise<void> => rm(fileOf(dataset, sha1), {force: true}),

    removeDataset: (dataset: string): Promise<void> => rm(folderOf(dataset), {recursive: true, force: true}),
  }
}

export type AssetFiles = ReturnType<typeof openAssetFiles>
