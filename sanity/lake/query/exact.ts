import {constantOf} from './condition.ts'
import type {Order} from './sorted.ts'
import type {Node} from './text-search.ts'

/** Attributes every document has, as a string: what an index finds by them is the answer, nothing less or more. */
const always = ['_id', '_type']

/** Whether a look-up gives just what this filter lets through, so that nothing is left to try. */
export function isExact(expr: Node): boolean {
  if (expr.type === 'Group') return isExact(expr.base as Node)
  if (expr.type === 'Or') return isExact(expr.left as Node) && isExact(expr.right as Node)
  if (expr.type !== 'OpCall') return false
  const {op, left, right} = expr as Node & {left: Node; right: Node}
  const isAlways = (node: Node) => always.includes(plainPathOf(node)?.join('.') ?? '')
  if (op === 'in') return isAlways(left) && Array.isArray(constantOf(right)?.value)
  return (
    op === '==' &&
    ((isAlways(left) && constantOf(right) !== undefined) ||
      (isAlways(right) && constantOf(left) !== undefined))
  )
}

/** What `order(…)` sorts by, if by nothing but attributes of the document itself. */
export function orderOf(args: Node[]): Order | undefined {
  const order = args.map((arg) => {
    const isDirected = arg.type === 'Asc' || arg.type === 'Desc'
    const path = plainPathOf(isDirected ? (arg.base as Node) : arg)
    return path && {path, descending: arg.type === 'Desc'}
  })
  return order.every((part) => part !== undefined) ? order : undefined
}

/** `a.b`, without arrays on the way. */
function plainPathOf(node: Node): string[] | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  const base = node.base as Node | undefined
  const path = !base || base.type === 'This' ? [] : plainPathOf(base)
  return path && [...path, String(node.name)]
}
