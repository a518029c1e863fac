import type {Commit, Store} from '../store/store.ts'
import type {Writer} from '../write/writer.ts'
import type {AssetFiles} from './files.ts'

const assetId = /^(?:image|file)-([0-9a-f]{40})-/

/** The id range of asset documents with these bytes. The same photo may exist as an image and as a file. */
const idRange = (kind: string, sha1: string) => [`${kind}-${sha1}-`, `${kind}-${sha1}.`] as const

/**
 * Deletes a file after the last asset document that names it was deleted. It runs in the writer's queue, so
 * an upload of the same bytes comes completely before or after. If the lake is killed in between, an unused
 * file stays.
 */
export function startGarbageCollection(
  store: Store,
  writer: Writer,
  files: AssetFiles,
): {idle(): Promise<void>} {
  let last: Promise<unknown> = Promise.resolve()
  const select = store.db.prepare(
    'SELECT 1 FROM documents WHERE dataset = ? AND ((id > ? AND id < ?) OR (id > ? AND id < ?)) LIMIT 1',
  )
  writer.commits.on('commit', ({dataset, changes}: Commit) => {
    for (const {documentId, after} of changes) {
      const sha1 = after ? undefined : assetId.exec(documentId)?.[1]
      if (!sha1) continue
      last = writer
        .write({dataset, author: 'lake', fail: (_status, item) => new Error(item.description)}, async () => {
          const isUsed = select.get(dataset, ...idRange('image', sha1), ...idRange('file', sha1))
          if (!isUsed) await files.remove(dataset, sha1)
        })
        .catch((error) => console.error('[lake] deleting an unused asset file:', error))
    }
  })
  return {idle: () => last.then(() => undefined)}
}
