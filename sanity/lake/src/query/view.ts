import type {LakeDocument} from '../document.ts'
import {type IndexName, type KeysOf, keysFor} from './index-keys.ts'
import {type Order, SortedDocuments} from './sorted.ts'

/** The candidate documents: those of index keys, or of several lookups. Always a superset of the result. */
export type Lookup =
  | {index: IndexName; keys: string[]}
  /** The keys are known only when the query runs. */
  | {index: IndexName; keys: 'runtime'}
  | {every: Lookup[]}
  | {some: Lookup[]}

type Index = {keysOf: KeysOf; buckets: Map<string, LakeDocument[]>}

/** With so few candidates another index is not worth its cost. */
const smallEnough = 64

/** Indexes and sorted lists are built on first use. This many of each are kept. */
const maxIndexes = 24

/**
 * The documents that one perspective shows, in id order, with indexes. It is updated in place, document by
 * document: a query after a write costs that write, not the size of the dataset.
 */
export class View {
  readonly byId: Map<string, LakeDocument>
  readonly documents: LakeDocument[]
  readonly #indexes = new Map<IndexName, Index>()
  readonly #sorted = new Map<string, SortedDocuments>()

  constructor(documents: LakeDocument[]) {
    this.documents = documents.sort((left, right) => (left._id < right._id ? -1 : 1))
    this.byId = new Map(documents.map((document) => [document._id, document]))
  }

  /** Replaces the document with this id, or removes it when `document` is undefined. */
  set(id: string, document: LakeDocument | undefined): void {
    const before = this.byId.get(id)
    if (before === document) return
    if (document) {
      this.byId.set(id, document)
      insert(this.documents, document)
    } else {
      this.byId.delete(id)
      removeById(this.documents, id)
    }
    for (const index of this.#indexes.values()) updateIndex(index, before, document)
    for (const sorted of this.#sorted.values()) sorted.update(before, document)
  }

  /**
   * The documents of a lookup, in id order, without duplicates. @param runtimeKeys for a lookup whose keys
   * are known at runtime only.
   */
  find(lookup: Lookup, runtimeKeys: string[]): LakeDocument[] {
    if ('every' in lookup) return this.#smallest(lookup.every, runtimeKeys)
    const lists =
      'some' in lookup
        ? lookup.some.map((one) => this.find(one, runtimeKeys))
        : (lookup.keys === 'runtime' ? runtimeKeys : lookup.keys).map((key) =>
            this.#withKey(lookup.index, key),
          )
    const nonEmpty = lists.filter((list) => list.length > 0)
    return nonEmpty.length <= 1 ? (nonEmpty[0] ?? []) : union(nonEmpty)
  }

  /** The documents of one key, sorted. The sorted list is kept and updated. */
  sorted(index: IndexName, key: string, order: Order): LakeDocument[] {
    const name = JSON.stringify([index, key, order])
    const sorted =
      this.#sorted.get(name) ?? new SortedDocuments(this.#withKey(index, key), keysFor(index), key, order)
    setMostRecent(this.#sorted, name, sorted)
    return sorted.documents
  }

  #smallest(lookups: Lookup[], runtimeKeys: string[]): LakeDocument[] {
    let best: LakeDocument[] | undefined
    for (const lookup of lookups) {
      const found = this.find(lookup, runtimeKeys)
      if (!best || found.length < best.length) best = found
      if (best.length <= smallEnough) break
    }
    return best ?? this.documents
  }

  #withKey(name: IndexName, key: string): LakeDocument[] {
    if (name === '_id') {
      const document = this.byId.get(key)
      return document ? [document] : []
    }
    return this.#index(name).buckets.get(key) ?? []
  }

  #index(name: IndexName): Index {
    const existing = this.#indexes.get(name)
    const index: Index = existing ?? {keysOf: keysFor(name), buckets: new Map()}
    if (!existing) {
      for (const document of this.documents)
        for (const key of index.keysOf(document)) addToIndex(index, key, document, append)
    }
    setMostRecent(this.#indexes, name, index)
    return index
  }
}

/** Least-recently-used cache: stores an entry as the most recent and drops the oldest beyond the limit. */
function setMostRecent<K, V>(cache: Map<K, V>, name: K, entry: V): void {
  cache.delete(name)
  cache.set(name, entry)
  for (const oldest of cache.keys()) {
    if (cache.size <= maxIndexes) return
    cache.delete(oldest)
  }
}

type Add = (list: LakeDocument[], document: LakeDocument) => void

const append: Add = (list, document) => list.push(document)

function addToIndex({buckets}: Index, key: string, document: LakeDocument, add: Add): void {
  const bucket = buckets.get(key)
  if (bucket) add(bucket, document)
  else buckets.set(key, [document])
}

function updateIndex(index: Index, before: LakeDocument | undefined, after: LakeDocument | undefined): void {
  const keys = after ? index.keysOf(after) : new Set<string>()
  for (const key of before ? index.keysOf(before) : []) {
    const bucket = index.buckets.get(key)
    if (!before || !bucket || keys.has(key)) continue
    removeById(bucket, before._id)
    if (bucket.length === 0) index.buckets.delete(key)
  }
  for (const key of keys) if (after) addToIndex(index, key, after, insert)
}

function positionOf(list: LakeDocument[], id: string): number {
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
  const position = positionOf(list, document._id)
  if (list[position]?._id === document._id) list[position] = document
  else list.splice(position, 0, document)
}

function removeById(list: LakeDocument[], id: string): void {
  const position = positionOf(list, id)
  if (list[position]?._id === id) list.splice(position, 1)
}

const union = (lists: LakeDocument[][]): LakeDocument[] =>
  [...new Set(lists.flat())].sort((left, right) => (left._id < right._id ? -1 : 1))
