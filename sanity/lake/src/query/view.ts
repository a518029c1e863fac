import type {LakeDocument} from '../document.ts'
import {type IndexName, type KeysOf, keysFor} from './index-keys.ts'
import {type Order, Sorted} from './sorted.ts'

/** Which documents to look at: those under one key of an index, or sets of such. Always a superset of the answer. */
export type Lookup =
  | {index: IndexName; keys: string[]}
  /** The keys are only known when the query runs. */
  | {index: IndexName; keys: 'asked'}
  | {every: Lookup[]}
  | {some: Lookup[]}

type Index = {keysOf: KeysOf; buckets: Map<string, LakeDocument[]>}

/** Few enough that another index can't be worth building. */
const fewEnough = 64

/** Indexes and sorted lists are made when first asked for; this many of each are kept. */
const indexLimit = 24

/**
 * The documents one perspective shows, in id order, with indexes over them. It is changed in place, document by
 * document: a query after a write costs that write, whatever the size of the dataset.
 */
export class View {
  readonly byId: Map<string, LakeDocument>
  readonly documents: LakeDocument[]
  readonly #indexes = new Map<IndexName, Index>()
  readonly #sorted = new Map<string, Sorted>()

  constructor(documents: LakeDocument[]) {
    this.documents = documents.sort((left, right) => (left._id < right._id ? -1 : 1))
    this.byId = new Map(documents.map((document) => [document._id, document]))
  }

  /** Puts a document in the place of the one with this id; without one, takes it out. */
  set(id: string, document: LakeDocument | undefined): void {
    const before = this.byId.get(id)
    if (before === document) return
    if (document) {
      this.byId.set(id, document)
      insert(this.documents, document)
    } else {
      this.byId.delete(id)
      remove(this.documents, id)
    }
    for (const index of this.#indexes.values()) change(index, before, document)
    for (const sorted of this.#sorted.values()) sorted.change(before, document)
  }

  /** In id order, none twice. @param asked keys of the lookup that left them open. */
  find(lookup: Lookup, asked: string[]): LakeDocument[] {
    if ('every' in lookup) return this.#smallest(lookup.every, asked)
    const lists =
      'some' in lookup
        ? lookup.some.map((one) => this.find(one, asked))
        : (lookup.keys === 'asked' ? asked : lookup.keys).map((key) => this.#under(lookup.index, key))
    const filled = lists.filter((list) => list.length > 0)
    return filled.length <= 1 ? (filled[0] ?? []) : union(filled)
  }

  /** The documents under one key, in an order that is kept from then on. */
  sorted(index: IndexName, key: string, order: Order): LakeDocument[] {
    const name = JSON.stringify([index, key, order])
    const sorted = this.#sorted.get(name) ?? new Sorted(this.#under(index, key), keysFor(index), key, order)
    keepLast(this.#sorted, name, sorted)
    return sorted.documents
  }

  #smallest(lookups: Lookup[], asked: string[]): LakeDocument[] {
    let best: LakeDocument[] | undefined
    for (const lookup of lookups) {
      const found = this.find(lookup, asked)
      if (!best || found.length < best.length) best = found
      if (best.length <= fewEnough) break
    }
    return best ?? this.documents
  }

  #under(name: IndexName, key: string): LakeDocument[] {
    if (name === '_id') {
      const document = this.byId.get(key)
      return document ? [document] : []
    }
    return this.#index(name).buckets.get(key) ?? []
  }

  #index(name: IndexName): Index {
    const known = this.#indexes.get(name)
    const index: Index = known ?? {keysOf: keysFor(name), buckets: new Map()}
    if (!known) {
      for (const document of this.documents)
        for (const key of index.keysOf(document)) putIn(index, key, document, append)
    }
    keepLast(this.#indexes, name, index)
    return index
  }
}

/** Enters it as the one used last; beyond the limit the one unused longest goes. */
function keepLast<K, V>(kept: Map<K, V>, name: K, entry: V): void {
  kept.delete(name)
  kept.set(name, entry)
  for (const oldest of kept.keys()) {
    if (kept.size <= indexLimit) return
    kept.delete(oldest)
  }
}

type Add = (list: LakeDocument[], document: LakeDocument) => void

const append: Add = (list, document) => list.push(document)

function putIn({buckets}: Index, key: string, document: LakeDocument, add: Add): void {
  const bucket = buckets.get(key)
  if (bucket) add(bucket, document)
  else buckets.set(key, [document])
}

function change(index: Index, before: LakeDocument | undefined, after: LakeDocument | undefined): void {
  const kept = after ? index.keysOf(after) : new Set<string>()
  for (const key of before ? index.keysOf(before) : []) {
    const bucket = index.buckets.get(key)
    if (!before || !bucket || kept.has(key)) continue
    remove(bucket, before._id)
    if (bucket.length === 0) index.buckets.delete(key)
  }
  for (const key of kept) if (after) putIn(index, key, after, insert)
}

function placeOf(list: LakeDocument[], id: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as LakeDocument)._id < id) low = middle + 1
    else high = middle
  }
  return low
}

const insert: Add = (list, document) => {
  const place = placeOf(list, document._id)
  if (list[place]?._id === document._id) list[place] = document
  else list.splice(place, 0, document)
}

function remove(list: LakeDocument[], id: string): void {
  const place = placeOf(list, id)
  if (list[place]?._id === id) list.splice(place, 1)
}

const union = (lists: LakeDocument[][]): LakeDocument[] =>
  [...new Set(lists.flat())].sort((left, right) => (left._id < right._id ? -1 : 1))
