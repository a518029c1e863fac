import {evaluate, evaluateSync, GroqSyntaxError, parse, toJS} from 'groq-js'
import type {Json, LakeDocument} from '../document.ts'
import {dereferencer, narrow} from './planner.ts'
import {hangFoldedText, type Node, withTextSearch} from './text-search.ts'
import type {View} from './view.ts'

export type QueryFailure = {kind: 'parse' | 'evaluate'; message: string; start: number; end: number}

export type Scope = {identity: string; projectId: string; dataset: string}

/** groq-js has no `//` comments at the head of a query; blanks keep every offset where it was. */
const withoutComments = (query: string): string =>
  query.replace(/^(?:\s*\/\/[^\n]*(?:\n|$))+/, (comments) => comments.replace(/[^\n]/g, ' '))

/** @throws GroqSyntaxError; other errors for functions that groq-js doesn't know. */
export function parseQuery(query: string, params: Json, mode: 'normal' | 'delta' = 'normal'): Node {
  const tree: Node = parse(withoutComments(query), {params, mode})
  const missing = missingParameter(tree)
  if (missing !== undefined) throw new MissingParameterError(missing)
  return withTextSearch(tree, params)
}

class MissingParameterError extends Error {
  readonly parameter: string

  constructor(parameter: string) {
    super(`param $${parameter} referenced, but not provided`)
    this.parameter = parameter
  }
}

/** groq-js puts in the value of every parameter it is given, and would take the others for null. */
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

/** Synchronous evaluation is several times faster than asynchronous: nothing is awaited per document. */
export function runQuery(query: string, params: Json, view: View, scope: Scope): unknown {
  const narrowed = narrow(parseQuery(query, params))
  if (query.includes('text::query')) for (const document of view.documents) hangFoldedText(document)
  return toJS(
    evaluateSync(narrowed.tree, {
      dataset: view.documents,
      params,
      identity: scope.identity,
      sanity: {projectId: scope.projectId, dataset: scope.dataset},
      dereference: dereferencer(narrowed, view),
    }),
  )
}

type MatcherOptions = {identity: string; dereference: (id: string) => LakeDocument | undefined}

/** Whether one document is in what the query selects. The query is parsed once, here. */
export function createMatcher(query: string, params: Json, options: MatcherOptions) {
  const tree = parseQuery(query, params)
  const searchesText = query.includes('text::query')
  return (document: LakeDocument): boolean => {
    if (searchesText) hangFoldedText(document)
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
 * Evaluates a webhook's filter or projection over one change: `before()`, `after()`, `delta::…`. There is no
 * dataset to search; `->` leads to what `dereference` knows. Asynchronous, since groq-js has `delta::` only so.
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
  if (error instanceof GroqSyntaxError)
    return {kind: 'parse', message, start: error.position, end: Math.min(error.position + 1, query.length)}
  if (error instanceof MissingParameterError) {
    const start = Math.max(0, query.indexOf(`$${error.parameter}`))
    return {kind: 'parse', message, start, end: start + error.parameter.length + 1}
  }
  return {kind: 'evaluate', message, start: 0, end: query.length}
}
