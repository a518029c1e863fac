import {randomUUID} from 'node:crypto'
import {isRecord, type Json, type LakeDocument} from '../document.ts'
import {isExact, orderOf} from './covering.ts'
import {type Condition, conditionOf} from './index-condition.ts'
import {typeIndex} from './index-keys.ts'
import type {Order} from './sorted.ts'
import {isNode, type Node} from './text-search.ts'
import type {Lookup, View} from './view.ts'

/** Leads to no document: nobody can know it, so no stored `_ref` starts with it. */
const lookupPrefix = `${randomUUID()}:`

type Ordered = Lookup & {order?: Order}

export type NarrowedQuery = {tree: Node; lookups: Ordered[]}

/**
 * groq-js tries a filter on every document. Where the filter asks for something an index knows, `*` is replaced
 * by a look-up of the documents that may match; the filter itself stays and has the last word, so a look-up
 * only has to miss none. The look-up is a `->` that the `dereference` hook answers with a list.
 */
export function narrow(tree: Node): NarrowedQuery {
  const lookups: Ordered[] = []
  return {tree: rewrite(tree, lookups) as Node, lookups}
}

function rewrite(node: unknown, lookups: Ordered[]): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, lookups))
  if (!isRecord(node) || node.type === 'Value') return node
  if (!isNode(node)) return inParts(node, lookups)
  if (node.type === 'Filter') return narrowedFilter(node, lookups)
  if (node.type === 'PipeFuncCall' && node.name === 'order') return narrowedOrder(node, lookups)
  if (node.type === 'FuncCall' && node.namespace === 'releases' && node.name === 'all')
    return lookupNode({lookup: {index: typeIndex, keys: ['system.release']}}, lookups)
  return inParts(node, lookups)
}

const inParts = (node: Json, lookups: Ordered[]): Json =>
  Object.fromEntries(Object.entries(node).map(([name, part]) => [name, rewrite(part, lookups)]))

/** `*[a][b]` narrows by both, since each filter sees the same documents. */
function narrowedFilter(filter: Node, lookups: Ordered[], order?: Order): Node {
  const {base, filters} = filtersOf(filter)
  const condition = conditionOver(base, filters)
  if (!condition) return filtered(rewrite(base, lookups) as Node, filters, lookups)
  const found = lookupNode(condition, lookups, order)
  const [only, ...others] = filters
  return only && others.length === 0 && isExact(only) ? found : filtered(found, filters, lookups)
}

/** A list that is kept in this very order: filters leave it so, and there is nothing left to sort. */
function narrowedOrder(node: Node, lookups: Ordered[]): Node {
  const order = orderOf(node.args as Node[])
  const {base, filters} = filtersOf(node.base)
  const lookup = order && conditionOver(base, filters)?.lookup
  if (lookup && 'keys' in lookup && lookup.keys.length === 1 && lookup.keys !== 'asked')
    return narrowedFilter(node.base as Node, lookups, order)
  return inParts(node, lookups) as Node
}

function filtersOf(node: unknown): {base: unknown; filters: Node[]} {
  if (!isNode(node) || node.type !== 'Filter') return {base: node, filters: []}
  const {base, filters} = filtersOf(node.base)
  return {base, filters: [...filters, node.expr as Node]}
}

const conditionOver = (base: unknown, filters: Node[]) =>
  isNode(base) && base.type === 'Everything' && filters.length > 0
    ? conditionOf(filters.reduce((left, right) => ({type: 'And', left, right})))
    : undefined

const filtered = (source: Node, filters: Node[], lookups: Ordered[]): Node =>
  filters.reduce((base, expr) => ({type: 'Filter', base, expr: rewrite(expr, lookups)}), source)

const value = (data: unknown): Node => ({type: 'Value', value: data})
const call = (namespace: string, name: string, ...args: Node[]): Node => ({
  type: 'FuncCall',
  namespace,
  name,
  args,
})
const plus = (left: Node, right: Node): Node => ({type: 'OpCall', op: '+', left, right})

function lookupNode({lookup, asked, neverNull}: Condition, lookups: Ordered[], order?: Order): Node {
  const address = `${lookupPrefix}${lookups.push(order ? {...lookup, order} : lookup) - 1}:`
  if (!asked) return {type: 'Deref', base: value({_ref: address})}
  const one = plus(value(`${address}one:`), asked)
  const size = call('global', 'string', call('global', 'count', asked))
  const list = call('array', 'join', asked, value('\u0000'))
  const many = plus(plus(plus(value(`${address}many:`), size), value(':')), list)
  const attribute = {type: 'ObjectAttributeValue', name: '_ref', value: call('global', 'coalesce', one, many)}
  const found = {type: 'Deref', base: {type: 'Object', attributes: [attribute]}}
  // Neither a string nor strings: no index can tell. Only absence can be told, where nothing is under it.
  const everything = {type: 'Everything'}
  const otherwise = neverNull ? select(call('global', 'defined', asked), everything, value([])) : everything
  // What is asked for was written inside the filter: a projection gives `^` the same meaning there and here.
  return {
    type: 'Projection',
    base: {type: 'Object', attributes: []},
    expr: call('global', 'coalesce', found, otherwise),
  }
}

const select = (condition: Node, chosen: Node, fallback: Node): Node => ({
  type: 'Select',
  alternatives: [{type: 'SelectAlternative', condition, value: chosen}],
  fallback,
})

/** groq-js's hook for `->`: a document by id, or the list a narrowed `*` stands for. */
export function dereferencer({lookups}: NarrowedQuery, view: View) {
  return ({_ref}: {_ref: string}): LakeDocument | LakeDocument[] | undefined => {
    if (!_ref.startsWith(lookupPrefix)) return view.byId.get(_ref)
    const [, number, rest] = /^(\d+):([\s\S]*)$/.exec(_ref.slice(lookupPrefix.length)) ?? []
    const asked = keysFrom(rest ?? '')
    const lookup = lookups[Number(number)] as Ordered
    if (lookup.order && 'keys' in lookup)
      return view.sorted(lookup.index, String(lookup.keys[0]), lookup.order)
    return asked && view.find(lookup, asked)
  }
}

/** @returns undefined when the list can't be told apart, because a string in it holds the separator. */
function keysFrom(text: string): string[] | undefined {
  if (text === '') return []
  if (text.startsWith('one:')) return [text.slice('one:'.length)]
  const [, size, list] = /^many:(\d+):([\s\S]*)$/.exec(text) ?? []
  const keys = size === '0' ? [] : (list ?? '').split('\u0000')
  return keys.length === Number(size) ? keys : undefined
}
