import {isNode, type Node} from './text-search.ts'

/**
 * The value of a constant expression. Parameters are constants: groq-js inserts their values when it parses.
 */
export function constantOf(node: Node): {value: unknown} | undefined {
  if (node.type === 'Value') return {value: node.value}
  if (node.type === 'Group') return constantOf(node.base as Node)
  if (node.type !== 'Array') return undefined
  const items = (node.elements as {value: Node; isSplat: boolean}[]).map(({value, isSplat}) =>
    isSplat ? undefined : constantOf(value),
  )
  return items.every((item) => item !== undefined) ? {value: items.map((item) => item.value)} : undefined
}

/** The paths from which a value can come: `a`, or each path of `coalesce(a, b)`. */
export function pathsOf(node: Node): string[][] | undefined {
  if (node.type === 'Group') return pathsOf(node.base as Node)
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'coalesce') {
    const paths = (node.args as Node[]).map(pathsOf)
    return paths.every((list) => list !== undefined) ? paths.flat() : undefined
  }
  const path = nonEmptyPath(pathOf(node))
  return path && [path]
}

/** The attributes of `a.b` or `a[].b`, from the document to the value, without arrays. */
export function pathOf(node: unknown): string[] | undefined {
  if (node === undefined) return []
  if (!isNode(node)) return undefined
  switch (node.type) {
    case 'This':
      return []
    case 'Group':
    case 'ArrayCoerce':
      return nonEmptyPath(pathOf(node.base))
    case 'AccessAttribute': {
      const base = pathOf(node.base)
      return base && [...base, String(node.name)]
    }
    case 'Map':
    case 'FlatMap': {
      const base = nonEmptyPath(pathOf(node.base))
      const inner = pathOf(node.expr)
      return base && inner && [...base, ...inner]
    }
    default:
      return undefined
  }
}

export const nonEmptyPath = (path: string[] | undefined) => (path && path.length > 0 ? path : undefined)

/** The attributes of `a.b`, without arrays on the path. */
export function plainPathOf(node: Node): string[] | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  const base = node.base as Node | undefined
  const path = !base || base.type === 'This' ? [] : plainPathOf(base)
  return path && [...path, String(node.name)]
}

/** Attributes that are a string in every document. An index lookup by them is exact. */
export const isRequiredAttribute = (node: Node): boolean =>
  ['_id', '_type'].includes(plainPathOf(node)?.join('.') ?? '')
