import {evaluateSync} from 'groq-js'
import {isRecord, type Json} from '../document.ts'

/**
 * `x match text::query("…")`, which groq-js parses but can't evaluate, becomes plain `match` expressions
 * over text with case and diacritics folded, so that `ceske` finds `České`. Words are all needed, `-word`
 * excludes, `word*` is a prefix. A quoted phrase asks for all its words, in any order: that differs.
 *
 * The folded text hangs on each document as hidden properties, made when a search first reads them.
 */
const folded = '__folded'
const allText = '__text'

/** A node of groq-js's syntax tree. The package ships without the types it exports, so: plain data. */
export type Node = {type: string; [part: string]: unknown}

export const isNode = (value: unknown): value is Node => isRecord(value) && typeof value.type === 'string'

const access = (name: string, base: Node): Node => ({type: 'AccessAttribute', name, base})

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const withTextSearch = (tree: Node, params: Json): Node => rewrite(tree, params) as Node

function rewrite(node: unknown, params: Json): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, params))
  if (!isRecord(node) || node.type === 'Value') return node
  if (node.op === 'match' && isTextQuery(node.right) && isNode(node.left)) {
    const asked = evaluateSync(node.right.args[0], {params})
    return matchWords(foldedPath(node.left), asked.type === 'string' ? asked.data : '')
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
  const wanted = words.filter((word) => !word.startsWith('-')).map(clean)
  const excluded = words.filter((word) => word.length > 1 && word.startsWith('-')).map(clean)
  return excluded.reduce<Node>(
    (tree, word) => ({type: 'And', left: tree, right: {type: 'Not', base: match([word])}}),
    match(wanted.length > 0 ? wanted : ['*']),
  )
}

/** The same path over folded text, from the document and again after each `->`. */
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

/** Hangs the folded text on a document, unseen by projections, spreads and JSON. */
export function hangFoldedText(document: object): void {
  if (Object.hasOwn(document, folded)) return
  lazily(document, folded, () => foldDeep(document))
  lazily(document, allText, () => strings(document).map(fold).join(' '))
}

const lazily = (target: object, name: string, make: () => unknown) =>
  Object.defineProperty(target, name, {
    configurable: true,
    get() {
      const value = make()
      Object.defineProperty(target, name, {value})
      return value
    },
  })

// Attributes that start with an underscore are ids, types and keys: `_ref` must still lead somewhere.
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
