import {isRecord, type LakeDocument} from '../document.ts'
import type {KeysOf} from './index-keys.ts'

/** The arguments of `order(a.b desc, c)`. */
export type Order = {path: string[]; descending: boolean}[]

/** The documents of one index key, kept sorted, so that `order()` over them costs nothing. */
export class SortedDocuments {
  readonly documents: LakeDocument[]
  readonly #keysOf: KeysOf
  readonly #key: string
  readonly #order: Order

  constructor(documents: LakeDocument[], keysOf: KeysOf, key: string, order: Order) {
    this.#keysOf = keysOf
    this.#key = key
    this.#order = order
    this.documents = [...documents].sort((left, right) => this.#compare(left, right))
  }

  update(before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    if (before && this.#keysOf(before).has(this.#key)) this.documents.splice(this.#positionOf(before), 1)
    if (after && this.#keysOf(after).has(this.#key)) this.documents.splice(this.#positionOf(after), 0, after)
  }

  #positionOf(document: LakeDocument): number {
    let low = 0
    let high = this.documents.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.documents[middle] as LakeDocument, document) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * The order of groq-js's `order()`: numbers, strings, booleans, the rest. Equal values stay in order of id.
   */
  #compare(left: LakeDocument, right: LakeDocument): number {
    for (const {path, descending} of this.#order) {
      const order = compareValues(valueAt(left, path), valueAt(right, path))
      if (order !== 0) return descending ? -order : order
    }
    return left._id < right._id ? -1 : left._id > right._id ? 1 : 0
  }
}

const typeOrder: Record<string, number> = {number: 2, string: 3, boolean: 4}

function compareValues(left: unknown, right: unknown): number {
  const type = typeof left
  if (type !== typeof right) return (typeOrder[type] ?? 100) - (typeOrder[typeof right] ?? 100)
  if (type === 'number' || type === 'boolean') return Number(left) - Number(right)
  if (type === 'string') return String(left) < String(right) ? -1 : left === right ? 0 : 1
  return 0
}

function valueAt(document: LakeDocument, path: string[]): unknown {
  let value: unknown = document
  for (const name of path) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return value
}
