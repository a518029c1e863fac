import {DatabaseSync} from 'node:sqlite'
import type {Context} from 'hono'
import {isPublicId} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {databaseFile} from '../store/store.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'

/** An export reads one state of the store and holds it: the write-ahead log grows meanwhile. */
const mostAtOnce = 4
const longestMs = 10 * 60_000

/** Text is sent in pieces of about this size, each when the reader has taken the one before. */
const chunkCharacters = 64 * 1024

/** Documents of one answer of an export by cursor (`nextCursor`). */
const pageSize = 1000

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
  const types = context.req.query('types')?.split(',').filter(Boolean) ?? []
  const cursor = context.req.query('nextCursor')
  const db = new DatabaseSync(databaseFile(lake.options.dir), {readOnly: true})
  try {
    const rows = db
      .prepare(
        `SELECT id, json FROM documents WHERE dataset = ? AND id > ?
         ${types.length > 0 ? 'AND type IN (SELECT value FROM json_each(?))' : ''} ORDER BY id LIMIT ?`,
      )
      .iterate(
        dataset,
        cursor ?? '',
        ...(types.length > 0 ? [JSON.stringify(types)] : []),
        cursor === undefined ? -1 : pageSize,
      )
    let count = 0
    let last = ''
    for (const row of rows) {
      last = String(row.id)
      count += 1
      if (access === 'member' || isPublicId(last)) yield `${row.json}\n`
    }
    if (cursor !== undefined && count === pageSize) yield `${JSON.stringify({nextCursor: last})}\n`
  } finally {
    db.close()
  }
  return undefined
}

function streamOf(lines: Generator<string>, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = ''
      try {
        while (text.length < chunkCharacters) {
          const {value, done} = lines.next()
          if (done) {
            if (text) controller.enqueue(encoder.encode(text))
            controller.close()
            return end()
          }
          text += value
        }
        controller.enqueue(encoder.encode(text))
      } catch (error) {
        end()
        throw error
      }
    },
    cancel: end,
  })
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
