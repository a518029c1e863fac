import {DatabaseSync} from 'node:sqlite'
import {parentPort, workerData} from 'node:worker_threads'
import {
  type Delta,
  failureOf,
  type QueryFailure,
  runDelta,
  runQuery,
  runQueryWithSourceMap,
  type Scope,
} from './evaluate.ts'
import type {Perspective} from './perspective.ts'
import {type Overlay, Snapshot} from './snapshot.ts'
import type {View} from './view.ts'

/**
 * A query worker. Queries never run in the thread that serves requests: groq-js evaluates synchronously, and
 * the only way to stop a query is to end its thread (pool.ts does).
 */
export type QueryJob = {
  dataset: string
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  /** Only documents that can be read without credentials. */
  publicOnly: boolean
  identity: string
  overlay?: Overlay
  /** Set when the answer has a source map. Then its JSON is `{result, resultSourceMap}`. */
  sourceMap?: {byKey: boolean}
  /** Set when the query is a webhook's filter or projection: the change to evaluate it over. */
  delta?: Delta
}

export type QueryReply = {json: string} | {failure: QueryFailure}

const {file, projectId} = workerData as {file: string; projectId: string}
const db = new DatabaseSync(file, {readOnly: true})
const snapshots = new Map<string, Snapshot>()

function snapshotOf(dataset: string): Snapshot {
  const snapshot = snapshots.get(dataset) ?? new Snapshot(db, dataset)
  snapshots.set(dataset, snapshot)
  return snapshot
}

async function evaluateJob(job: QueryJob): Promise<QueryReply> {
  const {dataset, query, identity, delta} = job
  try {
    const snapshot = snapshotOf(dataset)
    if (delta) {
      const {byId} = snapshot.view(job.perspective, job.publicOnly)
      const value = await runDelta(query, delta, {identity, projectId, dataset}, (id) => byId.get(id))
      return {json: JSON.stringify(value ?? null) ?? 'null'}
    }
    // Serialised at once: a result can be a list of the view itself, which the next change updates. groq-js
    // evaluates `$constructor` to a function, which JSON can't represent.
    const scope = {identity, projectId, dataset}
    const run = (view: View) => answer(job, view, scope)
    const json = job.overlay
      ? await snapshot.withOverlay(job.overlay, job.perspective, job.publicOnly, run)
      : await run(snapshot.view(job.perspective, job.publicOnly))
    return {json}
  } catch (error) {
    return {failure: failureOf(error, query)}
  }
}

async function answer(
  {query, params, perspective, sourceMap}: QueryJob,
  view: View,
  scope: Scope,
): Promise<string> {
  if (!sourceMap) return jsonOf(await runQuery(query, params, view, scope))
  const isOverlaid = perspective !== 'raw' && perspective.length > 0
  const {result, resultSourceMap} = await runQueryWithSourceMap(query, params, view, scope, {
    ...sourceMap,
    isOverlaid,
  })
  return `{"result":${jsonOf(result)},"resultSourceMap":${jsonOf(resultSourceMap)}}`
}

const jsonOf = (value: unknown): string => JSON.stringify(value ?? null) ?? 'null'

parentPort?.on('message', (message: QueryJob | {forgetDataset: string}) => {
  if ('forgetDataset' in message) snapshots.delete(message.forgetDataset)
  else void evaluateJob(message).then((reply) => parentPort?.postMessage(reply))
})
