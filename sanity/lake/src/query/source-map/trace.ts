import {isNode, type Node} from '../text-search.ts'
import {traceKey} from './step.ts'

/**
 * Rewrites the syntax tree of a query, so that groq-js evaluates it to a description of the result: each
 * step that takes a part of a value (`a.b`, `a[0]`, `a[0..2]`, `{…}`) becomes an object that names the step
 * and its input. groq-js still runs all filters, joins and conditions, so this knows nothing of scopes. What
 * is not traced stays as it is.
 */
export function traceTree(tree: Node): Node {
  return new Tracer(tree).result(tree)
}

const value = (data: unknown): Node => ({type: 'Value', value: data})
const attribute = (name: string, node: Node): Node => ({
  type: 'ObjectAttributeValue',
  name,
  value: node,
})
const list = (elements: Node[]): Node => ({
  type: 'Array',
  elements: elements.map((element) => ({type: 'ArrayElement', value: element, isSplat: false})),
})

/** A `_ref` stops `references()`, which would otherwise find the references of the inputs. */
const stepAttribute = (op: string, parts: Record<string, Node>): Node =>
  attribute(traceKey, {
    type: 'Object',
    attributes: Object.entries({_ref: value(traceKey), op: value(op), ...parts}).map(([name, node]) =>
      attribute(name, node),
    ),
  })

const step = (op: string, parts: Record<string, Node>): Node => ({
  type: 'Object',
  attributes: [stepAttribute(op, parts)],
})

const select = (condition: Node, chosen: Node, fallback?: Node): Node => ({
  type: 'Select',
  alternatives: [{type: 'SelectAlternative', condition, value: chosen}],
  fallback,
})

const thisNode: Node = {type: 'This'}
const partOf = (name: string, node: Node): Node => ({
  type: 'Object',
  attributes: [attribute('name', value(name)), attribute('value', node)],
})
const splatPart = (node: Node): Node => ({type: 'Object', attributes: [attribute('splat', node)]})

class Tracer {
  readonly #keepsTraces: boolean

  constructor(tree: Node) {
    this.#keepsTraces = !mayMixObjects(tree)
  }

  /** A node in the place of a result: its value may be a step. */
  result(node: Node): Node {
    const base = node.base as Node
    switch (node.type) {
      case 'Group':
        return this.result(base)
      case 'AccessAttribute':
        return step('attribute', {of: this.result(base ?? thisNode), name: value(node.name)})
      case 'AccessElement':
        return step('element', {of: this.result(base), index: value(node.index)})
      case 'Slice':
        return step('slice', {
          of: this.result(base),
          left: value(node.left),
          right: value(node.right),
          isInclusive: value(node.isInclusive),
        })
      case 'ArrayCoerce':
        return step('array', {of: this.result(base)})
      case 'Map':
      case 'Projection':
        return {...node, base: this.input(base), expr: this.result(node.expr as Node)}
      case 'FlatMap':
        return step('flatten', {
          of: {type: 'Map', base: this.input(base), expr: this.result(node.expr as Node)},
        })
      case 'Select':
        return this.#select(node, (part) => this.result(part))
      case 'Object':
        return {type: 'Object', attributes: [this.#objectStep(node)]}
      case 'Array':
        return step('list', {parts: list((node.elements as Node[]).map((element) => this.#element(element)))})
      case 'FuncCall':
        return node.namespace === 'global' && node.name === 'coalesce'
          ? this.#coalesce(node.args as Node[])
          : plain(node)
      default:
        return this.input(node)
    }
  }

  /**
   * A node whose value groq-js needs: the input of a filter, a sort or a projection. Its value is as without
   * tracing, but objects that the query made carry a step in one attribute more.
   */
  input(node: Node): Node {
    const base = node.base as Node
    if (!this.#keepsTraces) return plain(node)
    switch (node.type) {
      case 'Group':
      case 'ArrayCoerce':
      case 'AccessElement':
      case 'Slice':
        return {...node, base: this.input(base)}
      case 'Filter':
        return {...node, base: this.input(base), expr: plain(node.expr as Node)}
      case 'PipeFuncCall':
        return {
          ...node,
          base: node.name === 'score' ? scored(this.input(base)) : this.input(base),
          args: (node.args as Node[]).map(plain),
        }
      case 'Map':
      case 'FlatMap':
      case 'Projection':
        return {...node, base: this.input(base), expr: this.input(node.expr as Node)}
      case 'Select':
        return this.#select(node, (part) => this.input(part))
      case 'Object':
        return {...node, attributes: [...(node.attributes as Node[]).map(plain), this.#objectStep(node)]}
      default:
        return plain(node)
    }
  }

  #select(node: Node, trace: (part: Node) => Node): Node {
    const alternatives = (node.alternatives as Node[]).map((alternative) => ({
      ...alternative,
      condition: plain(alternative.condition as Node),
      value: trace(alternative.value as Node),
    }))
    return {...node, alternatives, fallback: node.fallback && trace(node.fallback as Node)}
  }

  #coalesce(args: Node[]): Node {
    const [first, ...others] = args
    if (!first) return value(null)
    const isDefined = {type: 'FuncCall', namespace: 'global', name: 'defined', args: [plain(first)]}
    return select(isDefined, this.result(first), this.#coalesce(others))
  }

  #objectStep(node: Node): Node {
    const parts = (node.attributes as Node[]).map((part) => {
      const inner = this.result(part.value as Node)
      if (part.type === 'ObjectAttributeValue') return partOf(String(part.name), inner)
      return splatPart(part.type === 'ObjectSplat' ? inner : select(plain(part.condition as Node), inner))
    })
    return stepAttribute('object', {parts: list(parts)})
  }

  #element(element: Node): Node {
    const inner = this.result(element.value as Node)
    return element.isSplat ? splatPart(inner) : partOf('', inner)
  }
}

/** `score()` copies objects. So they get a step that leads to the original. */
const scored = (base: Node): Node => ({
  type: 'Map',
  base,
  expr: {
    type: 'Projection',
    base: thisNode,
    expr: {
      type: 'Object',
      attributes: [
        {type: 'ObjectSplat', value: thisNode},
        stepAttribute('object', {parts: list([splatPart(thisNode), partOf('_score', value(null))])}),
      ],
    },
  },
})

/** Objects made outside the trace must not inherit a step with `...`. */
function plain(node: Node): Node {
  return copy(node) as Node
}

function copy(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(copy)
  if (typeof part !== 'object' || part === null) return part
  if (isNode(part) && part.type === 'Value') return part
  const copied = Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, copy(inner)]))
  if (copied.type !== 'Object') return copied
  return {...copied, attributes: [...(copied.attributes as Node[]), attribute(traceKey, value(null))]}
}

/**
 * `a + b` merges objects, with their steps, and the functions in `diff::` compare all attributes. A query
 * with either keeps no steps on its objects.
 */
function mayMixObjects(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(mayMixObjects)
  if (!isNode(part))
    return typeof part === 'object' && part !== null && Object.values(part).some(mayMixObjects)
  if (part.type === 'Value') return false
  if (part.type === 'FuncCall' && (part.namespace === 'diff' || part.namespace === 'delta')) return true
  if (part.op === '+' && !isNeverObject(part)) return true
  return Object.values(part).some(mayMixObjects)
}

/** `"a" + x` is a string or null. */
function isNeverObject(node: Node): boolean {
  if (node.type === 'Value') return typeof node.value !== 'object'
  if (node.type === 'Group') return isNeverObject(node.base as Node)
  return node.op === '+' && (isNeverObject(node.left as Node) || isNeverObject(node.right as Node))
}
