import type {Context} from 'hono'
import {requireUser} from '../auth.ts'
import type {Json, LakeDocument} from '../document.ts'
import {httpError} from '../errors.ts'
import {type Lake, limits} from '../lake.ts'
import {createPause, type Pause} from '../pause.ts'
import {eventOf} from '../store/events.ts'
import type {History} from '../store/history.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {flag} from './body.ts'
import {ndjsonStream} from './ndjson.ts'

/** `GET /data/history/{dataset}/…`: earlier states of documents, their transactions, their events. */
export function historyRoutes(app: LakeApp, lake: Lake): void {
  app.use('/data/history/*', async (context, next) => {
    requireUser(context.var.access, 'history')
    await next()
  })

  app.get('/data/history/:dataset/documents/:ids', async (context) => {
    const pause = createPause(context.req.raw.signal)
    const read = readerAt(context, lake, pause)
    const documents: LakeDocument[] = []
    for (const id of idsOf(context)) {
      const document = await read(id)
      if (document) documents.push(document)
      await pause()
    }
    return context.json({documents})
  })

  // One transaction per line. The content type is not JSON, so the client returns the text unparsed.
  app.get('/data/history/:dataset/transactions/:ids', async (context) => {
    const {dataset} = context.var
    const ids = idsOf(context)
    const query = (name: string) => context.req.query(name) || undefined
    const pause = createPause(context.req.raw.signal)
    const range = {
      from: query('fromTransaction'),
      to: query('toTransaction'),
      reverse: flag(context, 'reverse', false),
      limit: parseLimit(query('limit'), 100),
    }
    const seqs = await lake.history.seqsOf(dataset, ids, range, pause)
    const options = {
      mutations: !flag(context, 'excludeMutations', false),
      effects: query('effectFormat') === 'mendoza',
      only: flag(context, 'includeIdentifiedDocumentsOnly', false) ? new Set(ids) : undefined,
    }
    return context.body(ndjsonStream(transactionLines(lake.history, seqs, options, pause)), 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
    })
  })

  app.get('/data/history/:dataset/events/documents/:id', async (context) => {
    const {dataset} = context.var
    const id = context.req.param('id')
    const limit = parseLimit(context.req.query('limit'), 100)
    const cursor = Number(context.req.query('nextCursor')) || Number.MAX_SAFE_INTEGER
    const pause = createPause(context.req.raw.signal)
    const seqs = lake.history.seqsBefore(dataset, id, cursor, limit + 1)
    const page = seqs.slice(0, limit)
    const events: Json[] = []
    for (const seq of page) {
      const event = eventOf(lake.history, seq, id)
      if (event) events.push(event)
      await pause()
    }
    return context.json({
      events: {[id]: events},
      nextCursor: page.length < seqs.length ? String(page.at(-1)) : '',
    })
  })
}

const idsOf = (context: Context<LakeEnv>): string[] => {
  const ids = (context.req.param('ids') ?? '').split(',').filter(Boolean)
  if (ids.length > limits.ids) throw httpError(400, `At most ${limits.ids} documents per request`)
  return ids
}

const parseLimit = (text: string | undefined, fallback: number): number => {
  const value = Number(text ?? fallback)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : fallback
}

/**
 * Returns a function that reads a document at `revision`, at `time`, or at `lastRevision`: the current state,
 * or the last one before it was deleted.
 */
function readerAt(context: Context<LakeEnv>, lake: Lake, pause: Pause) {
  const {history, store} = lake
  const {dataset} = context.var
  const {revision, time, lastRevision} = context.req.query()
  if (lastRevision === 'true')
    return async (id: string) => {
      const existing = store.get(dataset, id)
      if (existing) return existing
      const [last] = history.seqsBefore(dataset, id, Number.MAX_SAFE_INTEGER, 1)
      return last === undefined ? undefined : history.documentAt(dataset, id, last - 1, pause)
    }
  if (!revision && time === undefined) return async (id: string) => store.get(dataset, id)
  const moment = Date.parse(time ?? '')
  if (!revision && Number.isNaN(moment)) throw httpError(400, `"${time}" is not a time`)
  const seq = revision
    ? history.seqOf(dataset, revision)
    : history.seqAt(dataset, new Date(moment).toISOString())
  return async (id: string) => (seq === undefined ? undefined : history.documentAt(dataset, id, seq, pause))
}

type LineOptions = {mutations: boolean; effects: boolean; only: Set<string> | undefined}

/** Joins the JSON texts of the log. Parsing and serialising them again would be most of the work. */
async function* transactionLines(
  history: History,
  seqs: number[],
  {mutations, effects, only}: LineOptions,
  pause: Pause,
) {
  for (const seq of seqs) {
    const transaction = history.transaction(seq)
    if (!transaction) continue
    const documentIDs: string[] = []
    const mutationTexts: string[] = []
    const effectTexts: string[] = []
    for await (const effect of history.effects(seq, pause)) {
      const {documentId} = effect
      if (mutations && effect.mutations !== '[]') mutationTexts.push(effect.mutations.slice(1, -1))
      if (only && !only.has(documentId)) continue
      documentIDs.push(documentId)
      if (effects)
        effectTexts.push(`${JSON.stringify(documentId)}:{"apply":${effect.apply},"revert":${effect.revert}}`)
    }
    const {transactionId: id, timestamp, author} = transaction
    const head = JSON.stringify({id, timestamp, author, documentIDs}).slice(0, -1)
    yield `${head},"mutations":[${mutationTexts.join(',')}]${effects ? `,"effects":{${effectTexts.join(',')}}` : ''}}\n`
  }
}
