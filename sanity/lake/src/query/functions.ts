import {randomUUID} from 'node:crypto'
import {isRecord} from '../document.ts'
import {isNode, type Node} from './text-search.ts'

/** A function of Sanity's GROQ that groq-js parses but can't evaluate. */
export class UnsupportedFunctionError extends Error {}

const unsupported = /^(geo|documents|user|media)::/

/** A string that no document contains: it stands for null while `array::unique()` runs. */
const nullMarker = `null:${randomUUID()}`

/** Replaces calls that groq-js evaluates in another way than Sanity. @throws for what it can't evaluate. */
export const withFunctions = (tree: Node): Node => rewrite(tree) as Node

function rewrite(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewrite)
  if (!isRecord(node) || node.type === 'Value') return node
  const rewritten = Object.fromEntries(Object.entries(node).map(([name, part]) => [name, rewrite(part)]))
  return isNode(rewritten) ? replace(rewritten) : rewritten
}

function replace(node: Node): Node {
  if (node.type === 'FuncCall') {
    const name = `${node.namespace}::${node.name}`
    if (unsupported.test(name)) throw new UnsupportedFunctionError(`the GROQ function ${name}()`)
    if (name === 'array::unique') return uniqueWithOneNull(node)
  }
  if (node.type === 'OpCall' && node.op === 'in' && isPath(node.left) && isPath(node.right))
    return {...node, left: node.left.args[0]}
  if (node.type === 'PipeFuncCall' && node.name === 'score' && !areDocuments(node.base as Node))
    throw new Error('score() needs documents: use it before a projection')
  return node
}

const isPath = (node: unknown): node is Node & {args: Node[]} =>
  isNode(node) && node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'

const areDocuments = (node: Node): boolean =>
  node.type !== 'Map' &&
  node.type !== 'Projection' &&
  node.type !== 'AccessElement' &&
  (!isNode(node.base) || areDocuments(node.base))

/** groq-js keeps every null. */
function uniqueWithOneNull(node: Node): Node {
  const marker: Node = {type: 'Value', value: nullMarker}
  const self: Node = {type: 'This'}
  const marked: Node = {
    type: 'Map',
    base: (node.args as Node[])[0],
    expr: {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [self, marker]},
  }
  return {
    type: 'Map',
    base: {...node, args: [marked]},
    expr: {
      type: 'Select',
      alternatives: [
        {
          type: 'SelectAlternative',
          condition: {type: 'OpCall', op: '!=', left: self, right: marker},
          value: self,
        },
      ],
    },
  }
}
