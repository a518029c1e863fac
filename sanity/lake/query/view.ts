import type {LakeDocument} from '../document.ts'
import {type IndexName, type KeysOf, keysFor} from './index-keys.ts'

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

/** Indexes are made when first asked for; beyond this many the one unused longest goes. */
const indexLimit = 24

/**
 * The documents one perspective shows, in id order, with indexes over them. It is changed in place, document by
 * document: a query after a write costs that write, whatever the size of the dataset.
 */
export class View {
  readonly byId: Map<string, LakeDocument>
  readonly documents: LakeDocument[]
  readonly #indexes = new Map<IndexName, Index>()

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
    for (const index of this.#indexes.values()) {
      if (before) takeOut(index, before)
      if (document) putIn(index, document, insert)
    }
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
    if (known) this.#indexes.delete(name)
    else for (const document of this.documents) putIn(index, document, append)
    this.#indexes.set(name, index)
    const [oldest] = this.#indexes.keys()
    if (this.#indexes.size > indexLimit && oldest !== undefined) this.#indexes.delete(oldest)
    return index
  }
}

type Add = (list: LakeDocument[], document: LakeDocument) => void

const append: Add = (list, document) => list.push(document)

function putIn({keysOf, buckets}: Index, document: LakeDocument, add: Add): void {
  for (const key of keysOf(document)) {
    const bucket = buckets.get(key)
    if (bucket) add(bucket, document)
    else buckets.set(key, [document])
  }
}

function takeOut({keysOf, buckets}: Index, document: LakeDocument): void {
  for (const key of keysOf(document)) {
    const bucket = buckets.get(key)
    if (!bucket) continue
    remove(bucket, document._id)
    if (bucket.length === 0) buckets.delete(key)
  }
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
  list.splice(place, list[place]?._id === document._id ? 1 : 0, document)
}

function remove(list: LakeDocument[], id: string): void {
  const place = placeOf(list, id)
  if (list[place]?._id === id) list.splice(place, 1)
}

const union = (lists: LakeDocument[][]): LakeDocument[] =>
  [...new Set(lists.flat())].sort((left, right) => (left._id < right._id ? -1 : 1))
