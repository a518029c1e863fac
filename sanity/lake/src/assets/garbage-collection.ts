import type {Commit, Store} from '../store/store.ts'
import type {Writer} from '../write/writer.ts'
import type {AssetFiles} from './files.ts'

const assetId = /^(?:image|file)-([0-9a-f]{40})-/

/** Asset documents that hold the same bytes: a photo can have been uploaded as an image and as a file. */
const range = (kind: string, sha1: string) => [`${kind}-${sha1}-`, `${kind}-${sha1}.`] as const

/**
 * Takes the bytes away with the last asset document that speaks of them. In the writer's queue, so that an
 * upload of the same bytes comes wholly before or wholly after. A lake that is killed between the two leaves
 * a file nobody asks for.
 */
export function removeUnusedFiles(store: Store, writer: Writer, files: AssetFiles): {idle(): Promise<void>} {
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
          const isUsed = select.get(dataset, ...range('image', sha1), ...range('file', sha1))
          if (!isUsed) await files.remove(dataset, sha1)
        })
        .catch((error) => console.error('[lake] removing the file of an asset:', error))
    }
  })
  return {idle: () => last.then(() => undefined)}
}
