import {constantOf, isAlwaysThere, plainPathOf} from './paths.ts'
import type {Order} from './sorted.ts'
import type {Node} from './text-search.ts'

/** Whether a look-up gives just what this filter lets through, so that nothing is left to try. */
export function isExact(expr: Node): boolean {
  if (expr.type === 'Group') return isExact(expr.base as Node)
  if (expr.type === 'Or') return isExact(expr.left as Node) && isExact(expr.right as Node)
  if (expr.type !== 'OpCall') return false
  const {op, left, right} = expr as Node & {left: Node; right: Node}
  if (op === 'in') return isAlwaysThere(left) && Array.isArray(constantOf(right)?.value)
  return (
    op === '==' &&
    ((isAlwaysThere(left) && constantOf(right) !== undefined) ||
      (isAlwaysThere(right) && constantOf(left) !== undefined))
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
