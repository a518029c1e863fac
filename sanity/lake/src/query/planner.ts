import {randomUUID} from 'node:crypto'
import {isRecord, type Json, type LakeDocument} from '../document.ts'
import {isCoveredByIndex, orderOf} from './covering.ts'
import {type IndexCondition, indexConditionOf} from './index-condition.ts'
import {typeIndex} from './index-keys.ts'
import type {Order} from './sorted.ts'
import {isNode, type Node} from './text-search.ts'
import type {Lookup, View} from './view.ts'

/** Marks a lookup in a `_ref`. It is random, so no stored `_ref` starts with it. */
const lookupPrefix = `${randomUUID()}:`

type OrderedLookup = Lookup & {order?: Order}

export type QueryPlan = {tree: Node; lookups: OrderedLookup[]}

/**
 * groq-js evaluates a filter on every document. Where an index can answer a part of the filter, `*` is
 * replaced by a lookup of the documents that may match. The filter still runs on them, so a lookup may return
 * too many documents but never too few. A lookup is a `->`, which the `dereference` hook answers with a list.
 */
export function planQuery(tree: Node): QueryPlan {
  const lookups: OrderedLookup[] = []
  return {tree: rewrite(tree, lookups) as Node, lookups}
}

function rewrite(node: unknown, lookups: OrderedLookup[]): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, lookups))
  if (!isRecord(node) || node.type === 'Value') return node
  if (!isNode(node)) return rewriteParts(node, lookups)
  if (node.type === 'Filter') return planFilter(node, lookups)
  if (node.type === 'PipeFuncCall' && node.name === 'order') return planOrder(node, lookups)
  if (node.type === 'FuncCall' && node.namespace === 'releases' && node.name === 'all')
    return lookupNode({lookup: {index: typeIndex, keys: ['system.release']}}, lookups)
  return rewriteParts(node, lookups)
}

const rewriteParts = (node: Json, lookups: OrderedLookup[]): Json =>
  Object.fromEntries(Object.entries(node).map(([name, part]) => [name, rewrite(part, lookups)]))

/** `*[a][b]` uses both conditions, since both filters see the same documents. */
function planFilter(filter: Node, lookups: OrderedLookup[], order?: Order): Node {
  const {base, filters} = filtersOf(filter)
  const condition = conditionForAll(base, filters)
  if (!condition) return applyFilters(rewrite(base, lookups) as Node, filters, lookups)
  const found = lookupNode(condition, lookups, order)
  const [only, ...others] = filters
  return only && others.length === 0 && isCoveredByIndex(only) ? found : applyFilters(found, filters, lookups)
}

/** Uses a list that is already sorted. Filters keep its order, so `order()` is dropped. */
function planOrder(node: Node, lookups: OrderedLookup[]): Node {
  const order = orderOf(node.args as Node[])
  const {base, filters} = filtersOf(node.base)
  const lookup = order && conditionForAll(base, filters)?.lookup
  if (lookup && 'keys' in lookup && lookup.keys.length === 1 && lookup.keys !== 'runtime')
    return planFilter(node.base as Node, lookups, order)
  return rewriteParts(node, lookups) as Node
}

function filtersOf(node: unknown): {base: unknown; filters: Node[]} {
  if (!isNode(node) || node.type !== 'Filter') return {base: node, filters: []}
  const {base, filters} = filtersOf(node.base)
  return {base, filters: [...filters, node.expr as Node]}
}

const conditionForAll = (base: unknown, filters: Node[]) =>
  isNode(base) && base.type === 'Everything' && filters.length > 0
    ? indexConditionOf(filters.reduce((left, right) => ({type: 'And', left, right})))
    : undefined

const applyFilters = (source: Node, filters: Node[], lookups: OrderedLookup[]): Node =>
  filters.reduce((base, expr) => ({type: 'Filter', base, expr: rewrite(expr, lookups)}), source)

const valueNode = (data: unknown): Node => ({type: 'Value', value: data})
const callNode = (namespace: string, name: string, ...args: Node[]): Node => ({
  type: 'FuncCall',
  namespace,
  name,
  args,
})
const plusNode = (left: Node, right: Node): Node => ({type: 'OpCall', op: '+', left, right})

function lookupNode(
  {lookup, runtimeKey, neverNull}: IndexCondition,
  lookups: OrderedLookup[],
  order?: Order,
): Node {
  const address = `${lookupPrefix}${lookups.push(order ? {...lookup, order} : lookup) - 1}:`
  if (!runtimeKey) return {type: 'Deref', base: valueNode({_ref: address})}
  const stringKey = plusNode(valueNode(`${address}one:`), runtimeKey)
  const size = callNode('global', 'string', callNode('global', 'count', runtimeKey))
  const list = callNode('array', 'join', runtimeKey, valueNode('\u0000'))
  const arrayKeys = plusNode(plusNode(plusNode(valueNode(`${address}many:`), size), valueNode(':')), list)
  const attribute = {
    type: 'ObjectAttributeValue',
    name: '_ref',
    value: callNode('global', 'coalesce', stringKey, arrayKeys),
  }
  const found = {type: 'Deref', base: {type: 'Object', attributes: [attribute]}}
  // The key is neither a string nor an array of strings, so the index can't answer: use all documents. Only
  // when the key is null and the attribute never is, no document matches.
  const everything = {type: 'Everything'}
  const whenNotFound = neverNull
    ? selectNode(callNode('global', 'defined', runtimeKey), everything, valueNode([]))
    : everything
  // The key expression was written inside the filter. In this projection `^` has the same meaning as there.
  return {
    type: 'Projection',
    base: {type: 'Object', attributes: []},
    expr: callNode('global', 'coalesce', found, whenNotFound),
  }
}

const selectNode = (condition: Node, chosen: Node, fallback: Node): Node => ({
  type: 'Select',
  alternatives: [{type: 'SelectAlternative', condition, value: chosen}],
  fallback,
})

/** The hook of groq-js for `->`: returns a document by id, or the documents of a lookup. */
export type Dereference = (reference: {_ref: string}) => LakeDocument | LakeDocument[] | undefined

export function createDereference({lookups}: QueryPlan, view: View): Dereference {
  return ({_ref}) => {
    if (!_ref.startsWith(lookupPrefix)) return view.byId.get(_ref)
    const [, number, rest] = /^(\d+):([\s\S]*)$/.exec(_ref.slice(lookupPrefix.length)) ?? []
    const runtimeKeys = parseKeys(rest ?? '')
    const lookup = lookups[Number(number)] as OrderedLookup
    if (lookup.order && 'keys' in lookup)
      return view.sorted(lookup.index, String(lookup.keys[0]), lookup.order)
    return runtimeKeys && view.find(lookup, runtimeKeys)
  }
}

/** @returns undefined when a string contains the separator, so that the list can't be split. */
function parseKeys(text: string): string[] | undefined {
  if (text === '') return []
  if (text.startsWith('one:')) return [text.slice('one:'.length)]
  const [, size, list] = /^many:(\d+):([\s\S]*)$/.exec(text) ?? []
  const keys = size === '0' ? [] : (list ?? '').split('\u0000')
  return keys.length === Number(size) ? keys : undefined
}
