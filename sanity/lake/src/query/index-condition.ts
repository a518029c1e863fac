import {type IndexName, pathIndex, typeIndex} from './index-keys.ts'
import {constantOf, isRequiredAttribute, nonEmptyPath, pathOf, pathsOf} from './paths.ts'
import {isNode, type Node} from './text-search.ts'
import type {Lookup} from './view.ts'

/** A part of a filter that an index can answer: a necessary condition for the filter to accept a document. */
export type IndexCondition = {
  lookup: Lookup
  /**
   * For keys known at runtime only: the expression that computes them, in the scope of the filter. A string
   * or an array of strings.
   */
  runtimeKey?: Node
  /** Whether the compared attribute is never null. Then a null key finds no document. */
  neverNull?: boolean
}

/** @param expr a filter over whole documents. @returns undefined when the filter may accept any document. */
export function indexConditionOf(expr: Node): IndexCondition | undefined {
  switch (expr.type) {
    case 'Group':
      return indexConditionOf(expr.base as Node)
    case 'And':
      return conjunction(indexConditionOf(expr.left as Node), indexConditionOf(expr.right as Node))
    case 'Or':
      return disjunction(indexConditionOf(expr.left as Node), indexConditionOf(expr.right as Node))
    case 'OpCall':
      return comparisonCondition(String(expr.op), expr.left as Node, expr.right as Node)
    case 'FuncCall':
      return functionCondition(expr)
    default:
      return undefined
  }
}

/**
 * At most one condition may have a runtime key. A second one is dropped: that is correct, since the filter
 * still runs.
 */
function conjunction(
  left: IndexCondition | undefined,
  right: IndexCondition | undefined,
): IndexCondition | undefined {
  if (!left || !right) return left ?? right
  if (left.runtimeKey && right.runtimeKey)
    return 'index' in right.lookup && right.lookup.index === '_id' ? right : left
  const lookups = [left, right].flatMap(({lookup}) => ('every' in lookup ? lookup.every : [lookup]))
  const {runtimeKey, neverNull} = left.runtimeKey ? left : right
  const every = lookups.sort((one, other) => lookupCost(one) - lookupCost(other))
  return runtimeKey ? {lookup: {every}, runtimeKey, neverNull} : {lookup: {every}}
}

function disjunction(
  left: IndexCondition | undefined,
  right: IndexCondition | undefined,
): IndexCondition | undefined {
  if (!left || !right || left.runtimeKey || right.runtimeKey) return undefined
  return {lookup: {some: [left.lookup, right.lookup]}}
}

/** The cheapest lookup comes first: `_id` needs no index, and an index by `_type` nearly always exists. */
const lookupCost = (lookup: Lookup): number => {
  if (!('index' in lookup)) return 2
  return lookup.index === '_id' ? 0 : lookup.index === typeIndex ? 1 : 3
}

function comparisonCondition(op: string, left: Node, right: Node): IndexCondition | undefined {
  if (op === '==') return pathCondition(left, right, 'string') ?? pathCondition(right, left, 'string')
  if (op !== 'in') return undefined
  const one = pathCondition(left, right, 'array')
  if (one || right.type !== 'Array') return one ?? pathCondition(right, left, 'string')
  const paths = (right.elements as {value: Node}[]).map(({value}) => pathsOf(value))
  return paths.every((list) => list !== undefined)
    ? anyPathCondition(paths.flat(), left, 'string')
    : undefined
}

const functionIndexes: Record<string, IndexName> = {
  'global::references': 'references()',
  'sanity::versionOf': 'versionOf()',
  'sanity::partOfRelease': 'partOfRelease()',
}

function functionCondition({namespace, name, args}: Node): IndexCondition | undefined {
  const index = functionIndexes[`${namespace}::${name}`]
  const [first, ...others] = args as Node[]
  if (!index || !first || others.length > 0) return undefined
  const condition = keyCondition(index, first, index === 'references()' ? 'either' : 'string')
  return condition && {...condition, neverNull: true}
}

type KeyShape = 'string' | 'array' | 'either'

function pathCondition(attribute: Node, key: Node, shape: KeyShape): IndexCondition | undefined {
  const condition = anyPathCondition(pathsOf(attribute) ?? [], key, shape)
  return condition && {...condition, neverNull: isRequiredAttribute(attribute)}
}

function anyPathCondition(paths: string[][], key: Node, shape: KeyShape): IndexCondition | undefined {
  const conditions = paths.map((path) => keyCondition(pathIndex(path), key, shape))
  const [first, ...others] = conditions
  if (!first || others.length === 0) return first
  const lookups = conditions.map((condition) => condition?.lookup).filter((lookup) => lookup !== undefined)
  if (lookups.length < conditions.length) return undefined
  return {...first, lookup: {some: lookups}}
}

function keyCondition(index: IndexName, key: Node, shape: KeyShape): IndexCondition | undefined {
  const constant = constantOf(key)
  if (!constant)
    return isSameForAllDocuments(key) ? {lookup: {index, keys: 'runtime'}, runtimeKey: key} : undefined
  const {value} = constant
  if (typeof value === 'string') return shape === 'array' ? undefined : {lookup: {index, keys: [value]}}
  if (shape === 'string' || !Array.isArray(value)) return undefined
  // `null in [null]` is true where an attribute is absent. `references()` ignores values that are not
  // strings.
  const keys = value.filter((item): item is string => typeof item === 'string')
  if (shape === 'array' && keys.length < value.length) return undefined
  return {lookup: {index, keys}}
}

/**
 * Whether an expression has the same value for every document: it uses only constants and enclosing scopes.
 */
function isSameForAllDocuments(node: unknown): boolean {
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
      return isSameForAllDocuments(node.base)
    case 'Map':
    case 'FlatMap':
      return isSameForAllDocuments(node.base) && nonEmptyPath(pathOf(node.expr)) !== undefined
    case 'OpCall':
      return node.op === '+' && isSameForAllDocuments(node.left) && isSameForAllDocuments(node.right)
    case 'Array':
      return (node.elements as {value: Node}[]).every(({value}) => isSameForAllDocuments(value))
    case 'FuncCall':
      return (
        node.namespace === 'global' &&
        node.name === 'coalesce' &&
        (node.args as Node[]).every(isSameForAllDocuments)
      )
    default:
      return false
  }
}
