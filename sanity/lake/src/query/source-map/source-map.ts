import {isDeepStrictEqual} from 'node:util'
import {isRecord, type LakeDocument} from '../../document.ts'
import type {View} from '../view.ts'
import {keyedPath, normalizedPath} from './json-path.ts'
import {createLocate, type Source} from './locate.ts'
import {attributeOf, itemsOf, resolve, type Traced} from './resolve.ts'

/** The published format: https://github.com/sanity-io/content-source-maps */
export type SourceMap = {
  documents: {_id: string; _type: string}[]
  paths: string[]
  mappings: Record<string, Mapping>
}

type Mapping = {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}

export type SourceMapOptions = {
  /** Paths into documents name elements of arrays by `_key`, where they have one. */
  byKey: boolean
  /** The view shows drafts and versions under the id of the published document. */
  isOverlaid: boolean
}

type ResultPath = (string | number)[]

/**
 * @param output what the traced query returned. @param result what the query itself returned. A mapping is
 * made only where both have the same value.
 * @param read the documents that the query read.
 */
export function createSourceMap(
  output: unknown,
  result: unknown,
  view: View,
  read: Iterable<LakeDocument>,
  options: SourceMapOptions,
): SourceMap {
  const map = new MapBuilder(options)
  map.add(resolve(output, createLocate(output, view, read)), result, [])
  return map.build()
}

class MapBuilder {
  readonly #options: SourceMapOptions
  readonly #documents = new Map<LakeDocument, number>()
  readonly #paths = new Map<string, number>()
  readonly #mappings: [string, Mapping][] = []

  constructor(options: SourceMapOptions) {
    this.#options = options
  }

  build(): SourceMap {
    return {
      documents: [...this.#documents.keys()].map(({_id, _originalId, _type}) => ({
        _id: this.#options.isOverlaid ? String(_originalId) : _id,
        _type,
      })),
      paths: [...this.#paths.keys()],
      mappings: Object.fromEntries(this.#mappings),
    }
  }

  add(traced: Traced, result: unknown, path: ResultPath): void {
    if (traced.kind === 'value' && traced.source) {
      const isOwnIdentity = this.#options.isOverlaid && isIdentity(traced.source.path)
      if (!isOwnIdentity && isDeepStrictEqual(traced.value, result))
        this.#addCopy(traced.value, traced.source, path)
    } else if (Array.isArray(result)) {
      const items = itemsOf(traced)
      if (items?.length !== result.length) return
      for (const [index, item] of items.entries()) this.add(item, result[index], [...path, index])
    } else if (isRecord(result)) {
      for (const [name, part] of Object.entries(result))
        this.add(attributeOf(traced, name), part, [...path, name])
    }
  }

  /**
   * A mapping also holds for everything inside the value. A document has one for each attribute: in an
   * overlaid one, `_id` and `_originalId` are not those that are stored.
   */
  #addCopy(value: unknown, source: Source, path: ResultPath): void {
    if (source.path.length > 0) {
      this.#map(source, path)
      if (this.#options.byKey) this.#addElements(value, source, path)
      return
    }
    for (const [name, part] of partsOf(value)) {
      const partSource = within(source, name)
      if (!this.#options.isOverlaid || !isIdentity(partSource.path))
        this.#addCopy(part, partSource, [...path, name])
    }
  }

  /** Elements with keys need mappings of their own, since the rest of a path is taken over as it is. */
  #addElements(value: unknown, source: Source, path: ResultPath): void {
    for (const [segment, part] of partsOf(value)) {
      const partSource = within(source, segment)
      const partPath = [...path, segment]
      if (Array.isArray(value) && isRecord(part)) this.#map(partSource, partPath)
      this.#addElements(part, partSource, partPath)
    }
  }

  #map({document, path}: Source, resultPath: ResultPath): void {
    const segments = this.#options.byKey ? keyedPath(document, path) : path
    this.#mappings.push([
      normalizedPath(resultPath),
      {
        type: 'value',
        source: {
          type: 'documentValue',
          document: indexIn(this.#documents, document),
          path: indexIn(this.#paths, normalizedPath(segments)),
        },
      },
    ])
  }
}

const isIdentity = (path: ResultPath): boolean =>
  path.length === 1 && (path[0] === '_id' || path[0] === '_originalId')

const within = ({document, path}: Source, segment: string | number): Source => ({
  document,
  path: [...path, segment],
})

const partsOf = (value: unknown): [string | number, unknown][] =>
  Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []

/** The position of an entry in a table. A new one is added at the end. */
function indexIn<T>(table: Map<T, number>, entry: T): number {
  const index = table.get(entry) ?? table.size
  table.set(entry, index)
  return index
}
