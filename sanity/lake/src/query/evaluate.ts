import {evaluate, evaluateSync, GroqSyntaxError, parse, toJS} from 'groq-js'
import type {Json, LakeDocument} from '../document.ts'
import {withoutClosedSubqueries} from './closed-subqueries.ts'
import {UnsupportedFunctionError, withFunctions} from './functions.ts'
import {createDereference, type Dereference, planQuery, type QueryPlan} from './planner.ts'
import {createSourceMap, type SourceMap, type SourceMapOptions} from './source-map/source-map.ts'
import {traceTree} from './source-map/trace.ts'
import {explainSyntaxError} from './syntax-error.ts'
import {attachFoldedText, type Node, withTextSearch} from './text-search.ts'
import type {View} from './view.ts'

export type QueryFailure = {
  kind: 'parse' | 'evaluate' | 'unsupported'
  message: string
  start: number
  end: number
}

export type Scope = {identity: string; projectId: string; dataset: string}

/** groq-js does not parse `//` comments at the start of a query. Blanks in their place keep all offsets. */
const withoutComments = (query: string): string =>
  query.replace(/^(?:\s*\/\/[^\n]*(?:\n|$))+/, (comments) => comments.replace(/[^\n]/g, ' '))

/** @throws GroqSyntaxError, or another error for a function that groq-js lacks. */
export function parseQuery(query: string, params: Json, mode: 'normal' | 'delta' = 'normal'): Node {
  const tree: Node = parse(withoutComments(query), {params, mode})
  const missing = missingParameter(tree)
  if (missing !== undefined) throw new MissingParameterError(missing)
  return withTextSearch(withFunctions(tree), params)
}

class MissingParameterError extends Error {
  readonly parameter: string

  constructor(parameter: string) {
    super(`param $${parameter} referenced, but not provided`)
    this.parameter = parameter
  }
}

/** groq-js replaces each given parameter by its value. It would evaluate a missing one as null. */
function missingParameter(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const {type, name} = node as {type?: unknown; name?: unknown}
  if (type === 'Value') return undefined
  if (type === 'Parameter') return String(name)
  for (const part of Object.values(node)) {
    const missing = missingParameter(part)
    if (missing !== undefined) return missing
  }
  return undefined
}

/** Evaluates the query over a view. */
export async function runQuery(query: string, params: Json, view: View, scope: Scope): Promise<unknown> {
  const run = prepare(query, params, view, scope)
  return run.evaluate(run.plan.tree, run.dereference)
}

/** The query runs twice: once as it is, for the result, and once traced. */
export async function runQueryWithSourceMap(
  query: string,
  params: Json,
  view: View,
  scope: Scope,
  options: SourceMapOptions,
): Promise<{result: unknown; resultSourceMap: SourceMap}> {
  const {plan, dereference, evaluate} = prepare(query, params, view, scope)
  const result = await evaluate(plan.tree, dereference)
  const read = new Set<LakeDocument>()
  const output = await evaluate(traceTree(plan.tree), (reference) => {
    const found = dereference(reference)
    for (const document of Array.isArray(found) ? found : found ? [found] : []) read.add(document)
    return found
  })
  if (JSON.stringify(plan.tree).includes('"Everything"'))
    for (const document of view.documents) read.add(document)
  return {result, resultSourceMap: createSourceMap(output, result, view, read, options)}
}

function prepare(query: string, params: Json, view: View, scope: Scope) {
  if (query.includes('text::query')) for (const document of view.documents) attachFoldedText(document)
  const options = (dereference: Dereference) => ({
    dataset: view.documents,
    params,
    identity: scope.identity,
    sanity: {projectId: scope.projectId, dataset: scope.dataset},
    dereference,
  })
  const evaluateNow = (plan: QueryPlan) =>
    evaluateSync(plan.tree, options(createDereference(plan, view))).data
  const parsed = parseQuery(query, params)
  const isAsync = query.includes('diff::')
  const plan = planQuery(
    isAsync ? parsed : withoutClosedSubqueries(parsed, (tree) => evaluateNow(planQuery(tree))),
  )
  // Synchronous evaluation is several times faster than asynchronous, which awaits for every document. But
  // groq-js has `diff::` only there.
  const evaluateTree = async (tree: Node, dereference: Dereference) => {
    if (!isAsync) return toJS(evaluateSync(tree, options(dereference)))
    const value = await evaluate(tree, {
      ...options(dereference),
      dereference: async (reference: {_ref: string}) => dereference(reference),
    })
    return value.get()
  }
  return {plan, dereference: createDereference(plan, view), evaluate: evaluateTree}
}

type MatcherOptions = {identity: string; dereference: (id: string) => LakeDocument | undefined}

/** Returns a function that tells whether a query selects a document. The query is parsed once, here. */
export function createMatcher(query: string, params: Json, options: MatcherOptions) {
  const tree = parseQuery(query, params)
  const searchesText = query.includes('text::query')
  return (document: LakeDocument): boolean => {
    if (searchesText) attachFoldedText(document)
    const value = evaluateSync(tree, {
      dataset: [document],
      params,
      identity: options.identity,
      dereference: ({_ref}: {_ref: string}) => options.dereference(_ref),
    })
    return Array.isArray(value.data) ? value.data.length > 0 : value.type === 'object'
  }
}

export type Delta = {before: LakeDocument | undefined; after: LakeDocument | undefined}

/**
 * Evaluates a webhook's filter or projection over one change: `before()`, `after()`, `delta::…`. It searches
 * no dataset; `->` uses `dereference`. Asynchronous, since groq-js has `delta::` only there.
 */
export async function runDelta(
  query: string,
  delta: Delta,
  scope: Scope,
  dereference: (id: string) => LakeDocument | undefined,
): Promise<unknown> {
  const value = await evaluate(parseQuery(query, {}, 'delta'), {
    root: delta.after ?? delta.before,
    dataset: [],
    before: delta.before ?? null,
    after: delta.after ?? null,
    identity: scope.identity,
    sanity: {projectId: scope.projectId, dataset: scope.dataset},
    dereference: ({_ref}: {_ref: string}) => Promise.resolve(dereference(_ref)),
  })
  return value.get()
}

export function failureOf(error: unknown, query: string): QueryFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof GroqSyntaxError) {
    const {message, start} = explainSyntaxError(withoutComments(query))
    return {kind: 'parse', message, start, end: Math.min(start + 1, query.length)}
  }
  if (error instanceof MissingParameterError) {
    const start = Math.max(0, query.indexOf(`$${error.parameter}`))
    return {kind: 'parse', message, start, end: start + error.parameter.length + 1}
  }
  const kind = error instanceof UnsupportedFunctionError ? 'unsupported' : 'evaluate'
  return {kind, message, start: 0, end: query.length}
}
