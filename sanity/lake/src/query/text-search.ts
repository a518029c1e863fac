import {evaluateSync} from 'groq-js'
import {isRecord, type Json} from '../document.ts'

/**
 * groq-js parses `x match text::query("…")` but can't evaluate it. This replaces it by plain `match`
 * expressions over text with case and diacritics folded, so that `ceske` finds `České`. All words are
 * required, `-word` excludes, `word*` is a prefix. Difference from Sanity: a quoted phrase matches its words
 * in any order.
 *
 * The folded text is stored on each document in hidden properties, computed when a search first reads them.
 */
const folded = '__folded'
const allText = '__text'

/** A node of groq-js's syntax tree. The package does not ship these types. */
export type Node = {type: string; [part: string]: unknown}

export const isNode = (value: unknown): value is Node => isRecord(value) && typeof value.type === 'string'

const access = (name: string, base: Node): Node => ({type: 'AccessAttribute', name, base})

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const withTextSearch = (tree: Node, params: Json): Node => rewrite(tree, params) as Node

function rewrite(node: unknown, params: Json): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, params))
  if (!isRecord(node) || node.type === 'Value') return node
  if (node.op === 'match' && isTextQuery(node.right) && isNode(node.left)) {
    const search = evaluateSync(node.right.args[0], {params})
    return matchWords(foldedPath(node.left), search.type === 'string' ? search.data : '')
  }
  return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, rewrite(part, params)]))
}

const isTextQuery = (node: unknown): node is Node & {args: Node[]} =>
  isNode(node) && node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'

function matchWords(left: Node, text: string): Node {
  const words = text.match(/-?"[^"]*"?|\S+/g) ?? []
  const clean = (word: string) => fold(word.replace(/^-/, '').replaceAll('"', ''))
  const match = (list: string[]): Node => ({
    type: 'OpCall',
    op: 'match',
    left,
    right: {type: 'Value', value: list},
  })
  const required = words.filter((word) => !word.startsWith('-')).map(clean)
  const excluded = words.filter((word) => word.length > 1 && word.startsWith('-')).map(clean)
  return excluded.reduce<Node>(
    (tree, word) => ({type: 'And', left: tree, right: {type: 'Not', base: match([word])}}),
    match(required.length > 0 ? required : ['*']),
  )
}

/** The same path over the folded text: from the document, and again after each `->`. */
function foldedPath(node: Node): Node {
  if (node.type === 'This') return access(allText, node)
  if (node.type === 'Array')
    return {
      ...node,
      elements: (node.elements as Node[]).map((item) => ({...item, value: foldedPath(item.value as Node)})),
    }
  if (node.type === 'FuncCall') return {...node, args: (node.args as Node[]).map(foldedPath)}
  if (node.type === 'AccessAttribute')
    return access(String(node.name), foldedBase(node.base as Node | undefined))
  return isNode(node.base) ? {...node, base: foldedPath(node.base)} : node
}

function foldedBase(base: Node | undefined): Node {
  if (!base || base.type === 'This' || base.type === 'Deref') return access(folded, base ?? {type: 'This'})
  return foldedPath(base)
}

/** Adds the folded text to a document. Projections, spreads and JSON do not see it. */
export function attachFoldedText(document: object): void {
  if (Object.hasOwn(document, folded)) return
  defineLazyProperty(document, folded, () => foldDeep(document))
  defineLazyProperty(document, allText, () => strings(document).map(fold).join(' '))
}

const defineLazyProperty = (target: object, name: string, compute: () => unknown) =>
  Object.defineProperty(target, name, {
    configurable: true,
    get() {
      const value = compute()
      Object.defineProperty(target, name, {value})
      return value
    },
  })

// Attributes that start with an underscore are ids, types and keys. They are not folded: `_ref` must still
// resolve.
function foldDeep(value: unknown): unknown {
  if (typeof value === 'string') return fold(value)
  if (Array.isArray(value)) return value.map(foldDeep)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name.startsWith('_') ? item : foldDeep(item)]),
  )
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, item]) => (name.startsWith('_') ? [] : strings(item)))
}
