import {isNode, type Node} from './text-search.ts'

/** Parameters are constants too: groq-js puts their values in when it parses. */
export function constantOf(node: Node): {value: unknown} | undefined {
  if (node.type === 'Value') return {value: node.value}
  if (node.type === 'Group') return constantOf(node.base as Node)
  if (node.type !== 'Array') return undefined
  const items = (node.elements as {value: Node; isSplat: boolean}[]).map(({value, isSplat}) =>
    isSplat ? undefined : constantOf(value),
  )
  return items.every((item) => item !== undefined) ? {value: items.map((item) => item.value)} : undefined
}

/** Where in a document a value can come from: `a`, or each of `coalesce(a, b)`. */
export function pathsOf(node: Node): string[][] | undefined {
  if (node.type === 'Group') return pathsOf(node.base as Node)
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'coalesce') {
    const paths = (node.args as Node[]).map(pathsOf)
    return paths.every((list) => list !== undefined) ? paths.flat() : undefined
  }
  const path = attributesOf(pathOf(node))
  return path && [path]
}

/** `a.b`, `a[].b`: the attributes from the document to a value, arrays not counted. */
export function pathOf(node: unknown): string[] | undefined {
  if (node === undefined) return []
  if (!isNode(node)) return undefined
  switch (node.type) {
    case 'This':
      return []
    case 'Group':
    case 'ArrayCoerce':
      return attributesOf(pathOf(node.base))
    case 'AccessAttribute': {
      const base = pathOf(node.base)
      return base && [...base, String(node.name)]
    }
    case 'Map':
    case 'FlatMap': {
      const base = attributesOf(pathOf(node.base))
      const inner = pathOf(node.expr)
      return base && inner && [...base, ...inner]
    }
    default:
      return undefined
  }
}

export const attributesOf = (path: string[] | undefined) => (path && path.length > 0 ? path : undefined)

/** `a.b`, without arrays on the way. */
export function plainPathOf(node: Node): string[] | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  const base = node.base as Node | undefined
  const path = !base || base.type === 'This' ? [] : plainPathOf(base)
  return path && [...path, String(node.name)]
}

/** Attributes every document has, as a string: what an index finds by them is the answer, nothing less or more. */
export const isAlwaysThere = (node: Node): boolean =>
  ['_id', '_type'].includes(plainPathOf(node)?.join('.') ?? '')
