import {createReadStream, existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {dirname} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {countDocuments} from './operator.ts'

/**
 * Writes the whole dataset, drafts and assets included, into one archive that `sanity dataset import` reads too.
 * The file appears under its name only when it is complete.
 * @throws Error when the file exists: a backup never replaces another.
 */
export async function backup(client: SanityClient, file: string) {
  if (existsSync(file)) throw new Error(`${file} exists already: a backup never replaces another.`)
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
 * Brings an archive back. Into a dataset that holds something only with `replace`: then documents of the archive win,
 * and what was made since stays.
 * @throws Error naming the way out when the dataset is not empty.
 */
export async function restore(client: SanityClient, file: string, {replace = false} = {}) {
  const held = await countDocuments(client)
  if (held > 0 && !replace) {
    throw new Error(
      `The dataset ${client.config().dataset} holds ${held} documents. Restore into an empty one (set NEXT_PUBLIC_SANITY_DATASET), or say --replace: documents of the backup then overwrite those with the same id.`,
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
