import {constantOf, isRequiredAttribute, plainPathOf} from './paths.ts'
import type {Order} from './sorted.ts'
import type {Node} from './text-search.ts'

/**
 * Whether an index lookup returns exactly the documents that this filter accepts. Then the filter need not
 * run.
 */
export function isCoveredByIndex(expr: Node): boolean {
  if (expr.type === 'Group') return isCoveredByIndex(expr.base as Node)
  if (expr.type === 'Or') return isCoveredByIndex(expr.left as Node) && isCoveredByIndex(expr.right as Node)
  if (expr.type !== 'OpCall') return false
  const {op, left, right} = expr as Node & {left: Node; right: Node}
  if (op === 'in') return isRequiredAttribute(left) && Array.isArray(constantOf(right)?.value)
  return (
    op === '==' &&
    ((isRequiredAttribute(left) && constantOf(right) !== undefined) ||
      (isRequiredAttribute(right) && constantOf(left) !== undefined))
  )
}

/** The sort order of `order(…)`, if it uses only attributes of the document itself. */
export function orderOf(args: Node[]): Order | undefined {
  const order = args.map((arg) => {
    const isDirected = arg.type === 'Asc' || arg.type === 'Desc'
    const path = plainPathOf(isDirected ? (arg.base as Node) : arg)
    return path && {path, descending: arg.type === 'Desc'}
  })
  return order.every((part) => part !== undefined) ? order : undefined
}
