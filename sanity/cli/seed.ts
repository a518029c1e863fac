import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'

type Document = {_id: string; _type: string}

/** The files are read as one: documents refer to each other across them. */
const readSeed = (folder: string): Document[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))

/**
 * Puts the seed into a dataset. What is there already, as published document or as draft, is left as it is unless
 * `replace` says otherwise; documents that are not in the seed are never touched.
 */
export async function seed(client: SanityClient, folder: string, {replace = false} = {}) {
  const documents = readSeed(folder)
  const ids = documents.map(({_id}) => _id)
  const there = new Set(
    await client.fetch<string[]>('array::unique(*[_id in $ids || _id in $drafts]._id)', {
      ids,
      drafts: ids.map((id) => `drafts.${id}`),
    }),
  )
  const isThere = ({_id}: Document) => there.has(_id) || there.has(`drafts.${_id}`)
  const wanted = replace ? documents : documents.filter((document) => !isThere(document))
  if (wanted.length > 0) {
    // 'create' fails on what somebody has made in the meantime, rather than overwrite it.
    await sanityImport(wanted, {
      client,
      operation: replace ? 'createOrReplace' : 'create',
      onProgress: () => undefined,
    } as unknown as Parameters<typeof sanityImport>[1])
  }
  return {written: wanted.length, left: documents.length - wanted.length}
}
