import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isRecord} from './document.ts'
import {wellFormedFrom} from './well-formed.ts'
import type {Writer} from './write/writer.ts'

/** Imports every *.ndjson file of a folder in one transaction. @throws Error that names the file and line. */
export async function importSeed(writer: Writer, dataset: string, folder: string): Promise<number> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
  const locations = new Map<string, string>()
  const documents = files.flatMap((name) => readDocuments(join(folder, name), locations))
  if (documents.length === 0) return 0
  await writer.write(
    {dataset, author: 'seed', fail: (_status, item) => new Error(item.description)},
    (transaction) => {
      for (const {location, document} of documents)
        transaction.put(document, 'create', (_status, item) => new Error(`${location}: ${item.description}`))
    },
  )
  return documents.length
}

type SeedLine = {location: string; document: {_id: string; [attribute: string]: unknown}}

function readDocuments(file: string, locations: Map<string, string>): SeedLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index): SeedLine[] => {
      const location = `${file}:${index + 1}`
      if (text.trim() === '') return []
      let document: unknown
      try {
        document = wellFormedFrom(text, JSON.parse(text))
      } catch (error) {
        throw new Error(`${location}: not JSON (${error instanceof Error ? error.message : String(error)})`)
      }
      if (!isRecord(document) || typeof document._id !== 'string')
        throw new Error(`${location}: a seed document needs an _id and a _type`)
      const earlier = locations.get(document._id)
      if (earlier) throw new Error(`${location}: "${document._id}" is already at ${earlier}`)
      locations.set(document._id, location)
      return [{location, document: document as SeedLine['document']}]
    })
}
