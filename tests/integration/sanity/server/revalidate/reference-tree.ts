import {readFileSync} from 'node:fs'

type Attributes = Record<string, {value: SchemaNode}>
type SchemaNode = {
  type: string
  value?: unknown
  name?: string
  of?: SchemaNode | SchemaNode[]
  attributes?: Attributes
  rest?: SchemaNode
  dereferencesTo?: string
}
type SchemaEntry = {type: 'document' | 'type'; name: string; attributes?: Attributes; value?: SchemaNode}

const schema: SchemaEntry[] = JSON.parse(
  readFileSync(new URL('../../../../../sanity/schema.json', import.meta.url), 'utf8'),
)

/** Asset documents are left out: they never change, and the Content Lake deletes none that is referenced. */
const isFile = (name: string) => name.startsWith('sanity.')

export const documentTypes = schema
  .filter(({type, name}) => type === 'document' && !isFile(name))
  .map(({name}) => name)

export type TreeDocument = {_id: string; _type: string; [field: string]: unknown}

/** A marker in every text of a document. It shows which documents an answer was made from. */
export const markerOf = (id: string) => `<${id}>`

const entry = (name: string) => {
  const found = schema.find((each) => each.name === name)
  if (!found) throw new Error(`The schema has no ${name}.`)
  return found
}

const resolve = (node: SchemaNode): SchemaNode =>
  node.type === 'inline' ? resolve(entry(String(node.name)).value as SchemaNode) : node

const alternativesOf = (node: SchemaNode): SchemaNode[] =>
  node.type === 'union' ? (node.of as SchemaNode[]).map(resolve) : [node]

/** The types a reference may point to. In an array the reference is wrapped, to have a key. */
const targetsOf = (node: SchemaNode): string[] =>
  alternativesOf(resolve(node)).flatMap(
    ({dereferencesTo, rest}) => dereferencesTo ?? (rest ? targetsOf(rest) : []),
  )

const attributesOf = (node: SchemaNode | SchemaEntry): Attributes => ({
  ...node.attributes,
  ...('rest' in node && node.rest ? attributesOf(resolve(node.rest)) : {}),
})

const ownFields = new Set(['_id', '_type', '_createdAt', '_updatedAt', '_rev', '_weak', '_key'])

/**
 * A network and all documents within `hops` references of it, generated from the schema. Every reference to
 * or from the network gets a separate document at its other end, and so does every further reference. If a
 * reference allows several types, the bits of `variant` choose: one bit for each hop.
 */
export class ReferenceTree {
  readonly documents: TreeDocument[] = []
  readonly subject: TreeDocument
  /** The path from the network to each document. */
  readonly pathTo = new Map<string, string>()
  readonly #variant: number
  readonly #hops: number

  constructor(variant: number, hops: number) {
    this.#variant = variant
    this.#hops = hops
    this.subject = this.#document('network', 0, 'network')
    for (const type of documentTypes) {
      for (const path of this.#pathsToNetworks(type)) {
        this.#document(type, 1, `network <- ${type}.${path}`, new Map([[path, this.subject._id]]))
      }
    }
  }

  #document(type: string, hop: number, reached: string, given = new Map<string, string>()): TreeDocument {
    const document: TreeDocument = {_id: `${type}-${this.#variant}-${this.documents.length}`, _type: type}
    this.documents.push(document)
    this.pathTo.set(document._id, reached)
    const refer = (path: string, targets: string[]) => {
      const to = given.get(path)
      if (to) return to
      const target = targets[((this.#variant >> hop) & 1) % targets.length]
      if (hop === this.#hops || !target || isFile(target)) return undefined
      return this.#document(target, hop + 1, `${reached}.${path} -> ${target}`)._id
    }
    return Object.assign(document, fieldsOf(attributesOf(entry(type)), '', document._id, refer))
  }

  #pathsToNetworks(type: string): string[] {
    const paths: string[] = []
    fieldsOf(attributesOf(entry(type)), '', '', (path, targets) => {
      if (targets.includes('network')) paths.push(path)
      return undefined
    })
    return paths
  }
}

type Refer = (path: string, targets: string[]) => string | undefined

function fieldsOf(attributes: Attributes, base: string, id: string, refer: Refer): Record<string, unknown> {
  const fields = Object.entries(attributes)
    .filter(([name]) => !ownFields.has(name))
    .map(([name, {value}]) => [name, valueFor(value, base ? `${base}.${name}` : name, id, refer)])
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

function valueFor(given: SchemaNode, path: string, id: string, refer: Refer): unknown {
  const node = resolve(given)
  const targets = targetsOf(node)
  if (targets.length > 0) {
    const to = refer(path, targets)
    return to && {_type: 'reference', _ref: to}
  }
  switch (node.type) {
    case 'string':
      return node.value ?? `${markerOf(id)} ${path}`
    case 'number':
      return node.value ?? 1
    case 'boolean':
      return node.value ?? true
    case 'union':
      return valueFor((node.of as SchemaNode[])[0] as SchemaNode, path, id, refer)
    case 'array': {
      const item = valueFor(node.of as SchemaNode, `${path}[]`, id, refer)
      if (item === undefined) return undefined
      return [typeof item === 'object' ? {_key: 'a', ...item} : item]
    }
    case 'object':
      return fieldsOf(attributesOf(node), path, id, refer)
    default:
      return undefined
  }
}
