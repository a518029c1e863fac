import {createHash, randomUUID} from 'node:crypto'
import {mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'

/** Bytes on disk that aren't yet an asset: `keep` makes them one, `discard` forgets them. Call one of them. */
export type StagedFile = {sha1: string; size: number; keep(): Promise<void>; discard(): Promise<void>}

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
    async stage(dataset: string, bytes: Uint8Array): Promise<StagedFile> {
      const sha1 = createHash('sha1').update(bytes).digest('hex')
      const folder = folderOf(dataset)
      await mkdir(folder, {recursive: true})
      const temporary = join(folder, `.${randomUUID()}`)
      const discard = () => rm(temporary, {force: true})
      const file = await open(temporary, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
        await file.close()
      } catch (error) {
        await file.close().catch(() => undefined)
        await discard()
        throw error
      }
      const keep = () => rename(temporary, join(folder, sha1))
      return {sha1, size: bytes.byteLength, keep, discard}
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
