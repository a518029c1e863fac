import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'

type Document = {_id: string; _type: string}

/** Reads all files into one list, because documents refer to each other across files. */
const readSeed = (folder: string): Document[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))

/**
 * Imports the seed. Skips a document that exists, published or as a draft; with `replace` it overwrites the
 * published one. Never changes documents that are not in the seed.
 */
export async function seed(client: SanityClient, folder: string, {replace = false} = {}) {
  const documents = readSeed(folder)
  const ids = documents.map(({_id}) => _id)
  const existingIds = new Set(
    await client.fetch<string[]>('array::unique(*[_id in $ids || _id in $drafts]._id)', {
      ids,
      drafts: ids.map((id) => `drafts.${id}`),
    }),
  )
  const exists = ({_id}: Document) => existingIds.has(_id) || existingIds.has(`drafts.${_id}`)
  const imported = replace ? documents : documents.filter((document) => !exists(document))
  if (imported.length > 0) {
    // 'create' fails if an editor has created the document since the check above. It never overwrites.
    await sanityImport(imported, {
      client,
      operation: replace ? 'createOrReplace' : 'create',
      onProgress: () => undefined,
    } as unknown as Parameters<typeof sanityImport>[1])
  }
  return {written: imported.length, skipped: documents.length - imported.length}
}
