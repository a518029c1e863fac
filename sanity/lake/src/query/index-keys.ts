import {isRecord, isVersionId, type LakeDocument, publishedIdOf} from '../document.ts'

/**
 * `_id`, a path of attributes as a list, or the input of a GROQ function. An index by a path holds every
 * string found there, in arrays too: one index serves `a.b == "x"`, `a.b in ["x"]` and `"x" in a[].b`.
 */
export type IndexName = '_id' | 'references()' | 'versionOf()' | 'partOfRelease()' | `path:${string}`

export const pathIndex = (path: string[]): IndexName =>
  path.length === 1 && path[0] === '_id' ? '_id' : `path:${JSON.stringify(path)}`

export const typeIndex = pathIndex(['_type'])

export type KeysOf = (document: LakeDocument) => Set<string>

/** Returns the function that computes a document's keys in an index. */
export function keysFor(name: IndexName): KeysOf {
  if (name === '_id') return ({_id}) => new Set([_id])
  if (name === 'references()') return (document) => references(document)
  if (name === 'versionOf()') return ({_id}) => new Set([_id, publishedIdOf(_id)])
  if (name === 'partOfRelease()') return ({_id}) => new Set(isVersionId(_id) ? [_id.split('.')[1] ?? ''] : [])
  const path: string[] = JSON.parse(name.slice('path:'.length))
  return (document) => {
    const found = new Set<string>()
    collect(document, path, 0, found)
    return found
  }
}

function collect(value: unknown, path: string[], depth: number, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, path, depth, found)
  else if (depth === path.length) {
    if (typeof value === 'string') found.add(value)
  } else if (isRecord(value)) {
    const name = path[depth] as string
    if (Object.hasOwn(value, name)) collect(value[name], path, depth + 1, found)
  }
}

/** All `_ref`s as GROQ's `references()` sees them, weak ones and those into other datasets too. */
function references(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) references(item, found)
  else if (isRecord(value)) {
    if (typeof value._ref === 'string' && value._ref !== '') found.add(value._ref)
    // As in GROQ: an object with a `_ref` is not searched further.
    else if (!value._ref) for (const item of Object.values(value)) references(item, found)
  }
  return found
}
