import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isRecord} from './document.ts'
import type {Writer} from './write/writer.ts'

/** Imports every *.ndjson of a folder in one transaction. @throws Error naming the file and line at fault. */
export async function importSeed(writer: Writer, dataset: string, folder: string): Promise<number> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
  const seen = new Map<string, string>()
  const documents = files.flatMap((name) => readDocuments(join(folder, name), seen))
  if (documents.length === 0) return 0
  await writer.write(
    {dataset, author: 'seed', fail: (_status, item) => new Error(item.description)},
    (transaction) => {
      for (const {place, document} of documents)
        transaction.put(document, 'create', (_status, item) => new Error(`${place}: ${item.description}`))
    },
  )
  return documents.length
}

type Line = {place: string; document: {_id: string; [attribute: string]: unknown}}

function readDocuments(file: string, seen: Map<string, string>): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index): Line[] => {
      const place = `${file}:${index + 1}`
      if (text.trim() === '') return []
      let document: unknown
      try {
        document = JSON.parse(text)
      } catch (error) {
        throw new Error(`${place}: not JSON (${error instanceof Error ? error.message : String(error)})`)
      }
      if (!isRecord(document) || typeof document._id !== 'string')
        throw new Error(`${place}: a seed document needs an _id and a _type`)
      const earlier = seen.get(document._id)
      if (earlier) throw new Error(`${place}: "${document._id}" is already at ${earlier}`)
      seen.set(document._id, place)
      return [{place, document: document as Line['document']}]
    })
}
