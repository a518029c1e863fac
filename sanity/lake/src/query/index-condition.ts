import {type IndexName, pathIndex, typeIndex} from './index-keys.ts'
import {attributesOf, constantOf, isAlwaysThere, pathOf, pathsOf} from './paths.ts'
import {isNode, type Node} from './text-search.ts'
import type {Lookup} from './view.ts'

/** What must hold of a document for a filter to let it through, as far as an index can tell. */
export type Condition = {
  lookup: Lookup
  /** Gives the keys that were left open, in the scope of the filter: a string or an array of them. */
  asked?: Node
  /** Whether what is compared with them is never null, so that null finds nothing. */
  neverNull?: boolean
}

/** @param expr of a filter over whole documents. Undefined when any document may get through. */
export function conditionOf(expr: Node): Condition | undefined {
  switch (expr.type) {
    case 'Group':
      return conditionOf(expr.base as Node)
    case 'And':
      return both(conditionOf(expr.left as Node), conditionOf(expr.right as Node))
    case 'Or':
      return either(conditionOf(expr.left as Node), conditionOf(expr.right as Node))
    case 'OpCall':
      return comparison(String(expr.op), expr.left as Node, expr.right as Node)
    case 'FuncCall':
      return functionCall(expr)
    default:
      return undefined
  }
}

/** One key may be left open at most; any other condition that leaves one is let go, which is never wrong. */
function both(left: Condition | undefined, right: Condition | undefined): Condition | undefined {
  if (!left || !right) return left ?? right
  if (left.asked && right.asked) return 'index' in right.lookup && right.lookup.index === '_id' ? right : left
  const lookups = [left, right].flatMap(({lookup}) => ('every' in lookup ? lookup.every : [lookup]))
  const {asked, neverNull} = left.asked ? left : right
  const every = lookups.sort((one, other) => cost(one) - cost(other))
  return asked ? {lookup: {every}, asked, neverNull} : {lookup: {every}}
}

function either(left: Condition | undefined, right: Condition | undefined): Condition | undefined {
  if (!left || !right || left.asked || right.asked) return undefined
  return {lookup: {some: [left.lookup, right.lookup]}}
}

/** Cheapest first: `_id` needs no index, one by `_type` is there as good as always. */
const cost = (lookup: Lookup): number => {
  if (!('index' in lookup)) return 2
  return lookup.index === '_id' ? 0 : lookup.index === typeIndex ? 1 : 3
}

function comparison(op: string, left: Node, right: Node): Condition | undefined {
  if (op === '==') return keyed(left, right, 'one') ?? keyed(right, left, 'one')
  if (op !== 'in') return undefined
  const one = keyed(left, right, 'many')
  if (one || right.type !== 'Array') return one ?? keyed(right, left, 'one')
  const paths = (right.elements as {value: Node}[]).map(({value}) => pathsOf(value))
  return paths.every((list) => list !== undefined) ? keyedByAny(paths.flat(), left, 'one') : undefined
}

const functionIndexes: Record<string, IndexName> = {
  'global::references': 'references()',
  'sanity::versionOf': 'versionOf()',
  'sanity::partOfRelease': 'partOfRelease()',
}

function functionCall({namespace, name, args}: Node): Condition | undefined {
  const index = functionIndexes[`${namespace}::${name}`]
  const [first, ...others] = args as Node[]
  if (!index || !first || others.length > 0) return undefined
  const condition = keyedBy(index, first, index === 'references()' ? 'either' : 'one')
  return condition && {...condition, neverNull: true}
}

type Expected = 'one' | 'many' | 'either'

function keyed(place: Node, key: Node, expected: Expected): Condition | undefined {
  const condition = keyedByAny(pathsOf(place) ?? [], key, expected)
  return condition && {...condition, neverNull: isAlwaysThere(place)}
}

function keyedByAny(paths: string[][], key: Node, expected: Expected): Condition | undefined {
  const conditions = paths.map((path) => keyedBy(pathIndex(path), key, expected))
  const [first, ...others] = conditions
  if (!first || others.length === 0) return first
  const lookups = conditions.map((condition) => condition?.lookup).filter((lookup) => lookup !== undefined)
  if (lookups.length < conditions.length) return undefined
  return {...first, lookup: {some: lookups}}
}

function keyedBy(index: IndexName, key: Node, expected: Expected): Condition | undefined {
  const constant = constantOf(key)
  if (!constant) return isFixed(key) ? {lookup: {index, keys: 'asked'}, asked: key} : undefined
  const {value} = constant
  if (typeof value === 'string') return expected === 'many' ? undefined : {lookup: {index, keys: [value]}}
  if (expected === 'one' || !Array.isArray(value)) return undefined
  // `null in [null]` holds where an attribute is absent, and references() ignores what isn't a string.
  const keys = value.filter((item): item is string => typeof item === 'string')
  if (expected === 'many' && keys.length < value.length) return undefined
  return {lookup: {index, keys}}
}

/** Whether a part of a filter is the same for every document: made of constants and enclosing scopes. */
function isFixed(node: unknown): boolean {
  if (!isNode(node)) return false
  switch (node.type) {
    case 'Value':
    case 'Parent':
      return true
    case 'Group':
    case 'AccessAttribute':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
      return isFixed(node.base)
    case 'Map':
    case 'FlatMap':
      return isFixed(node.base) && attributesOf(pathOf(node.expr)) !== undefined
    case 'OpCall':
      return node.op === '+' && isFixed(node.left) && isFixed(node.right)
    case 'Array':
      return (node.elements as {value: Node}[]).every(({value}) => isFixed(value))
    case 'FuncCall':
      return node.namespace === 'global' && node.name === 'coalesce' && (node.args as Node[]).every(isFixed)
    default:
      return false
  }
}
