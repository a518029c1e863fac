import {DatabaseSync} from 'node:sqlite'
import type {Context} from 'hono'
import {isPublicId} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {databaseFile} from '../store/open-database.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {ndjsonStream} from './ndjson.ts'

/** Limits of exports. An export holds a read transaction, and the write-ahead log grows meanwhile. */
const maxConcurrent = 4
const maxDurationMs = 10 * 60_000

/** Documents per page of an export by cursor (`nextCursor`). */
const pageSize = 1000

/** Documents in memory at once, for each export. */
const batchSize = 100

/**
 * `GET /data/export/{dataset}`: one document per line, in order of id, all of the same state. `types` is a
 * comma-separated list. With `nextCursor` (empty at first), the response is one page, and its last line has
 * the next cursor. Without credentials only public documents are exported.
 */
export function exportRoutes(app: LakeApp, lake: Lake): void {
  let running = 0
  app.get('/data/export/:dataset', (context) => {
    if (running >= maxConcurrent) throw httpError(429, `At most ${maxConcurrent} exports at once`)
    const lines = documentLines(lake, context)
    running += 1
    const release = once(() => {
      running -= 1
      clearTimeout(timer)
      lines.return(undefined)
    })
    const timer = setTimeout(release, maxDurationMs)
    timer.unref()
    return context.body(ndjsonStream(lines, release), 200, {'Content-Type': 'application/x-ndjson'})
  })
}

function* documentLines(lake: Lake, context: Context<LakeEnv>): Generator<string, undefined, undefined> {
  const {dataset, access} = context.var
  const types = new Set(context.req.query('types')?.split(',').filter(Boolean))
  const cursor = context.req.query('nextCursor')
  const db = new DatabaseSync(databaseFile(lake.options.dir), {readOnly: true})
  try {
    // Read in batches: Node 22.13 may garbage-collect the statement while its iterator waits for a slow
    // client.
    const select = db.prepare(
      `SELECT id, type, json FROM documents WHERE dataset = ? AND id > ? ORDER BY id LIMIT ${batchSize}`,
    )
    // One transaction, so that all batches show the same state.
    db.exec('BEGIN')
    let count = 0
    let last = cursor ?? ''
    for (;;) {
      const rows = select.all(dataset, last)
      for (const {id, type, json} of rows) {
        // A skipped row yields an empty line, so that the stream can pause at it too.
        if (types.size > 0 && !types.has(String(type))) yield ''
        else {
          count += 1
          yield access === 'user' || isPublicId(String(id)) ? `${json}\n` : ''
          if (cursor !== undefined && count === pageSize) {
            yield `${JSON.stringify({nextCursor: id})}\n`
            return undefined
          }
        }
        last = String(id)
      }
      if (rows.length < batchSize) return undefined
    }
  } finally {
    db.close()
  }
}

function once(callback: () => void): () => void {
  let hasRun = false
  return () => {
    if (hasRun) return
    hasRun = true
    callback()
  }
}
