import {DatabaseSync} from 'node:sqlite'
import type {Context} from 'hono'
import {isPublicId} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {databaseFile} from '../store/store.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {streamOf} from './ndjson.ts'

/** An export reads one state of the store and holds it: the write-ahead log grows meanwhile. */
const mostAtOnce = 4
const longestMs = 10 * 60_000

/** Documents of one answer of an export by cursor (`nextCursor`). */
const pageSize = 1000

/** Documents held in memory at once, for each export. */
const rowsAtOnce = 100

/**
 * `GET /data/export/{dataset}`: one document a line, in order of their ids, all of the same moment. `types`
 * is a comma list. With `nextCursor` (empty at first) a page, whose last line names the next one. A visitor
 * gets what needs no credentials.
 */
export function exportRoutes(app: LakeApp, lake: Lake): void {
  let open = 0
  app.get('/data/export/:dataset', (context) => {
    if (open >= mostAtOnce) throw httpError(429, `At most ${mostAtOnce} exports at once`)
    const lines = linesOf(lake, context)
    open += 1
    const end = once(() => {
      open -= 1
      clearTimeout(timer)
      lines.return(undefined)
    })
    const timer = setTimeout(end, longestMs)
    timer.unref()
    return context.body(streamOf(lines, end), 200, {'Content-Type': 'application/x-ndjson'})
  })
}

function* linesOf(lake: Lake, context: Context<LakeEnv>): Generator<string, undefined, undefined> {
  const {dataset, access} = context.var
  const types = new Set(context.req.query('types')?.split(',').filter(Boolean))
  const cursor = context.req.query('nextCursor')
  const db = new DatabaseSync(databaseFile(lake.options.dir), {readOnly: true})
  try {
    // Read in parts: Node 22.13 may collect the statement of an iterator that waits for a slow reader.
    const select = db.prepare(
      `SELECT id, type, json FROM documents WHERE dataset = ? AND id > ? ORDER BY id LIMIT ${rowsAtOnce}`,
    )
    // One transaction: all parts are of one moment.
    db.exec('BEGIN')
    let count = 0
    let last = cursor ?? ''
    for (;;) {
      const rows = select.all(dataset, last)
      for (const {id, type, json} of rows) {
        // Each row is a step, also of those that are left out.
        if (types.size > 0 && !types.has(String(type))) yield ''
        else {
          count += 1
          yield access === 'member' || isPublicId(String(id)) ? `${json}\n` : ''
          if (cursor !== undefined && count === pageSize) {
            yield `${JSON.stringify({nextCursor: id})}\n`
            return undefined
          }
        }
        last = String(id)
      }
      if (rows.length < rowsAtOnce) return undefined
    }
  } finally {
    db.close()
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
