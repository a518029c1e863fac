import type {LakeDocument} from '../../document.ts'
import type {View} from '../view.ts'
import {stepOf} from './step.ts'

/** A part of a document: as JavaScript, `path` of `document`. */
export type Source = {
  document: LakeDocument
  path: (string | number)[]
}

/** @returns undefined when the object or array is not a part of a document. */
export type Locate = (value: object) => Source | undefined

/**
 * Finds the documents that objects and arrays belong to, by identity: each was parsed once, with its
 * document. Most are parts of documents that are in the output as well. For the others, it searches the
 * documents that the query read, until all are found.
 */
export function createLocate(output: unknown, view: View, read: Iterable<LakeDocument>): Locate {
  const wanted = new Set<object>()
  collect(output, wanted)
  const found = new Map<object, Source>()
  const searched = new Set<LakeDocument>()
  const search = (document: LakeDocument) => {
    if (searched.has(document)) return
    searched.add(document)
    find(document, {document, path: []}, wanted, found)
  }
  for (const value of wanted) if (isDocumentOf(view, value)) search(value)
  const made = new Map<object, boolean>()
  for (const value of wanted) if (isMade(value, found, made)) wanted.delete(value)
  for (const document of read) {
    if (wanted.size === 0) break
    search(document)
  }
  return (value) => found.get(value)
}

const isDocumentOf = (view: View, value: object): value is LakeDocument =>
  '_id' in value && view.byId.get(String(value._id)) === value

/** All objects and arrays that are not steps: they may be parts of documents. */
function collect(value: unknown, wanted: Set<object>): void {
  if (typeof value !== 'object' || value === null || wanted.has(value)) return
  const step = stepOf(value)
  if (step) {
    collect(step.of, wanted)
    for (const part of step.parts ?? []) collect(part.splat ?? part.value, wanted)
    return
  }
  wanted.add(value)
  for (const part of Object.values(value)) collect(part, wanted)
}

/** Whether the query made it: it is empty, or has a part that was found elsewhere or was made itself. */
function isMade(value: object, found: Map<object, Source>, made: Map<object, boolean>): boolean {
  const known = made.get(value)
  if (known !== undefined) return known
  const parts = Object.values(value)
  const result =
    parts.length === 0 ||
    parts.some(
      (part) =>
        typeof part === 'object' &&
        part !== null &&
        (found.has(part) || stepOf(part) !== undefined || isMade(part, found, made)),
    )
  made.set(value, result)
  return result
}

function find(value: object, source: Source, wanted: Set<object>, found: Map<object, Source>): void {
  if (wanted.delete(value)) found.set(value, source)
  const isArray = Array.isArray(value)
  for (const [name, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null) continue
    find(
      part,
      {document: source.document, path: [...source.path, isArray ? Number(name) : name]},
      wanted,
      found,
    )
  }
}
