import {isRecord} from '../document.ts'
import {isNode, type Node} from './text-search.ts'

/**
 * groq-js evaluates `*[…]._id` in `*[_id in *[…]._id]` once for each document, so seven of them inside each
 * other take n⁷ steps. Such a subquery has the same value everywhere, if it uses nothing of the query around
 * it. This evaluates it once, from the inside out, and puts the value in its place. The planner then finds a
 * constant, which an index can answer.
 */
export const withoutClosedSubqueries = (tree: Node, evaluate: (subquery: Node) => unknown): Node =>
  rewrite(tree, evaluate) as Node

function rewrite(node: unknown, evaluate: (subquery: Node) => unknown): unknown {
  if (Array.isArray(node)) return node.map((part) => rewrite(part, evaluate))
  if (!isRecord(node) || node.type === 'Value') return node
  const rewritten = Object.fromEntries(
    Object.entries(node).map(([name, part]) => [name, rewrite(part, evaluate)]),
  )
  const {type, op, right} = rewritten
  if (type !== 'OpCall' || op !== 'in' || !isNode(right) || !readsDataset(right) || !isClosed(right, [false]))
    return rewritten
  return {...rewritten, right: {type: 'Value', value: evaluate(right)}}
}

function readsDataset(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(readsDataset)
  if (!isRecord(node) || node.type === 'Value') return false
  return node.type === 'Everything' || Object.values(node).some(readsDataset)
}

/** Functions that read the current value without an argument for it. */
const readsThis = /^(global::references|sanity::|releases::|delta::|diff::|documents::|pt::)/

/** @param scopes whether each enclosing scope is a part of the subquery. The last one is the innermost. */
function isClosed(node: unknown, scopes: boolean[]): boolean {
  if (Array.isArray(node)) return node.every((part) => isClosed(part, scopes))
  if (!isRecord(node)) return true
  const current = scopes.at(-1) === true
  const {base} = node
  switch (node.type) {
    case 'Value':
      return true
    case 'This':
      return current
    case 'AccessAttribute':
      return base ? isClosed(base, scopes) : current
    case 'Parent':
      return scopes.at(-1 - Number(node.n)) === true
    case 'Filter':
    case 'Projection':
      return isClosed(base, scopes) && isClosed(node.expr, [...scopes, true])
    case 'Map':
    case 'FlatMap':
      return isClosed(base, scopes) && isClosed(node.expr, [...scopes.slice(0, -1), true])
    case 'PipeFuncCall':
      return isClosed(base, scopes) && isClosed(node.args, [...scopes, true])
    case 'FuncCall':
      return (current || !readsThis.test(`${node.namespace}::${node.name}`)) && isClosed(node.args, scopes)
    default:
      return Object.values(node).every((part) => isClosed(part, scopes))
  }
}
