import {createReadStream, existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {dirname} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {countDocuments} from './operator.ts'

/**
 * Exports the whole dataset, with drafts and assets, to one archive. `sanity dataset import` reads it too.
 * Writes to a temporary name and renames at the end, so a file with the final name is complete.
 * @throws Error when the file exists.
 */
export async function backup(client: SanityClient, file: string) {
  if (existsSync(file)) throw new Error(`${file} already exists. A backup never replaces another file.`)
  const unfinished = `${file}.unfinished`
  mkdirSync(dirname(file), {recursive: true})
  try {
    const {documentCount, assetCount} = await exportDataset({
      client: client as unknown as Parameters<typeof exportDataset>[0]['client'],
      dataset: String(client.config().dataset),
      outputPath: unfinished,
    } as Parameters<typeof exportDataset>[0])
    renameSync(unfinished, file)
    return {documents: documentCount, assets: assetCount}
  } finally {
    rmSync(unfinished, {force: true})
  }
}

/**
 * Imports an archive. A dataset with documents needs `replace`: documents of the archive then overwrite those
 * with the same id, and all others stay.
 * @throws Error when the dataset is not empty and `replace` is not set. The message names both ways out.
 */
export async function restore(client: SanityClient, file: string, {replace = false} = {}) {
  const existing = await countDocuments(client)
  if (existing > 0 && !replace) {
    throw new Error(
      `The dataset ${client.config().dataset} has ${existing} documents. Restore into an empty one (set NEXT_PUBLIC_SANITY_DATASET), or add --replace: documents of the backup then overwrite those with the same id.`,
    )
  }
  const {numDocs, warnings} = await sanityImport(createReadStream(file), {
    client,
    operation: replace ? 'createOrReplace' : 'create',
    releasesOperation: replace ? 'replace' : 'fail',
    onProgress: () => undefined,
  } as unknown as Parameters<typeof sanityImport>[1])
  return {documents: numDocs, warnings: warnings.map(({message}) => message)}
}
