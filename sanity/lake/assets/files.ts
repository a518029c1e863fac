import {createHash, randomUUID} from 'node:crypto'
import {mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'

export type StoredFile = {sha1: string; size: number}

/**
 * The bytes of assets, in files named by their content: `{dir}/assets/{dataset}/{sha1}`. The same bytes are
 * kept once. A file is whole and on disk before the document that speaks of it is written.
 */
export function openAssetFiles(dir: string) {
  const folderOf = (dataset: string) => join(dir, 'assets', dataset)

  return {
    async write(dataset: string, bytes: Uint8Array): Promise<StoredFile> {
      const sha1 = createHash('sha1').update(bytes).digest('hex')
      const folder = folderOf(dataset)
      await mkdir(folder, {recursive: true})
      const temporary = join(folder, `.${randomUUID()}`)
      const file = await open(temporary, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
        await file.close()
        await rename(temporary, join(folder, sha1))
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(temporary, {force: true})
        throw error
      }
      return {sha1, size: bytes.byteLength}
    },

    /** @param sha1 forty hexadecimal digits: nothing else may reach the file system. */
    read(dataset: string, sha1: string): Promise<Buffer> {
      if (!/^[0-9a-f]{40}$/.test(sha1)) throw new Error(`Not a content hash: ${sha1}`)
      return readFile(join(folderOf(dataset), sha1))
    },
  }
}

export type AssetFiles = ReturnType<typeof openAssetFiles>
