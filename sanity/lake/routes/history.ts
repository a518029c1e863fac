import type {Context} from 'hono'
import {httpError} from '../errors.ts'
import {requireMember} from '../guard.ts'
import {type Lake, limits} from '../lake.ts'
import {eventOf} from '../store/events.ts'
import type {LoggedTransaction} from '../store/history.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {flag} from './body.ts'

/** `GET /data/history/{dataset}/…`: documents as they were, their transactions, their events. */
export function historyRoutes(app: LakeApp, lake: Lake): void {
  app.use('/data/history/*', async (context, next) => {
    requireMember(context.var.access, 'history')
    await next()
  })

  app.get('/data/history/:dataset/documents/:ids', (context) => {
    const {dataset} = context.var
    const at = momentOf(context, lake)
    const documents = idsOf(context)
      .map((id) => at(dataset, id))
      .filter((document) => document !== undefined)
    return context.json({documents})
  })

  // One transaction a line. The type is not JSON, so that the client hands it on as text.
  app.get('/data/history/:dataset/transactions/:ids', (context) => {
    const {dataset} = context.var
    const ids = idsOf(context)
    const query = (name: string) => context.req.query(name) || undefined
    const transactions = lake.history.transactions(dataset, ids, {
      from: query('fromTransaction'),
      to: query('toTransaction'),
      reverse: flag(context, 'reverse', false),
      limit: numberOf(query('limit'), 100),
    })
    const options = {
      mutations: !flag(context, 'excludeMutations', false),
      effects: query('effectFormat') === 'mendoza',
      only: flag(context, 'includeIdentifiedDocumentsOnly', false) ? ids : undefined,
    }
    const lines = transactions.map((transaction) => `${JSON.stringify(lineOf(transaction, options))}\n`)
    return context.body(lines.join(''), 200, {'Content-Type': 'application/x-ndjson; charset=utf-8'})
  })

  app.get('/data/history/:dataset/events/documents/:id', (context) => {
    const {dataset} = context.var
    const id = context.req.param('id')
    const limit = numberOf(context.req.query('limit'), 100)
    const cursor = Number(context.req.query('nextCursor')) || Number.MAX_SAFE_INTEGER
    const seqs = lake.history.seqsOf(dataset, id).filter((seq) => seq < cursor)
    const page = seqs.slice(-limit).reverse()
    const events = page.flatMap((seq) => {
      const commit = lake.history.commit(seq)
      return (commit && eventOf(commit, id)) ?? []
    })
    return context.json({
      events: {[id]: events},
      nextCursor: page.length < seqs.length ? String(page.at(-1)) : '',
    })
  })
}

const idsOf = (context: Context<LakeEnv>): string[] => {
  const ids = (context.req.param('ids') ?? '').split(',').filter(Boolean)
  if (ids.length > limits.ids)
    throw httpError(400, `At most ${limits.ids} documents can be asked for at once`)
  return ids
}

const numberOf = (text: string | undefined, otherwise: number): number => {
  const value = Number(text ?? otherwise)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : otherwise
}

/** The moment that is meant: `revision`, `time`, or `lastRevision` (before a deletion, if it was deleted). */
function momentOf(context: Context<LakeEnv>, lake: Lake) {
  const {history, store} = lake
  const {dataset} = context.var
  const {revision, time, lastRevision} = context.req.query()
  if (lastRevision === 'true')
    return (_dataset: string, id: string) => {
      const existing = store.get(dataset, id)
      if (existing) return existing
      const last = history.seqsOf(dataset, id).at(-1)
      return last === undefined ? undefined : history.documentAt(dataset, id, last - 1)
    }
  const moment = time === undefined ? Date.now() : Date.parse(time)
  if (Number.isNaN(moment)) throw httpError(400, `"${time}" is not a time`)
  const seq = revision
    ? history.seqOf(dataset, revision)
    : history.seqAt(dataset, new Date(moment).toISOString())
  return (_dataset: string, id: string) =>
    seq === undefined ? undefined : history.documentAt(dataset, id, seq)
}

type LineOptions = {mutations: boolean; effects: boolean; only: string[] | undefined}

function lineOf(transaction: LoggedTransaction, {mutations, effects, only}: LineOptions) {
  const {id, timestamp, author, documentIDs} = transaction
  const isWanted = (documentId: string) => !only || only.includes(documentId)
  return {
    id,
    timestamp,
    author,
    documentIDs: documentIDs.filter(isWanted),
    mutations: mutations ? transaction.mutations : [],
    ...(effects
      ? {effects: Object.fromEntries(Object.entries(transaction.effects).filter(([key]) => isWanted(key)))}
      : {}),
  }
}
