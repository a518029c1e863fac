import {createHash, randomUUID} from 'node:crypto'
import {mkdir, open, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Bytes in a file that isn't an asset yet: `keep` makes it one, `discard` forgets it. Call one of them. */
export type StagedFile = {
  sha1: string
  size: number
  read(): Promise<Buffer>
  /** The first 64 kB. */
  head(): Promise<Buffer>
  /** Slow with large files. What is kept should be on disk before. */
  sync(): Promise<void>
  keep(): Promise<void>
  discard(): Promise<void>
}

const headBytes = 64 * 1024

/** @throws Error unless these are forty hexadecimal digits: nothing else may reach the file system. */
function requireHash(sha1: string): string {
  if (!/^[0-9a-f]{40}$/.test(sha1)) throw new Error(`Not a content hash: ${sha1}`)
  return sha1
}

/**
 * The bytes of assets, in files named by their content: `{dir}/assets/{dataset}/{sha1}`. The same bytes are
 * kept once. A file is whole and on disk before the document that speaks of it is written.
 */
export function openAssetFiles(dir: string) {
  const folderOf = (dataset: string) => join(dir, 'assets', dataset)
  const fileOf = (dataset: string, sha1: string) => join(folderOf(dataset), requireHash(sha1))

  return {
    /** Written and hashed as it arrives: memory holds a piece, however large the file. */
    async stage(dataset: string, pieces: AsyncIterable<Uint8Array>): Promise<StagedFile> {
      const folder = folderOf(dataset)
      await mkdir(folder, {recursive: true})
      const temporary = join(folder, `.${randomUUID()}`)
      const discard = () => rm(temporary, {force: true})
      const hash = createHash('sha1')
      let size = 0
      try {
        await writeFile(temporary, counted(pieces), {flag: 'wx'})
      } catch (error) {
        await discard()
        throw error
      }
      async function* counted(all: AsyncIterable<Uint8Array>) {
        for await (const piece of all) {
          hash.update(piece)
          size += piece.byteLength
          yield piece
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

    /** @returns undefined when there is no such file. @param sha1 forty hexadecimal digits. */
    read: (dataset: string, sha1: string): Promise<Buffer | undefined> =>
      readFile(fileOf(dataset, sha1)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),

    remove: (dataset: string, sha1: string): Promise<void> => rm(fileOf(dataset, sha1), {force: true}),

    removeDataset: (dataset: string): Promise<void> => rm(folderOf(dataset), {recursive: true, force: true}),
  }
}

export type AssetFiles = ReturnType<typeof openAssetFiles>
