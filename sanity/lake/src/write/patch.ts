import {Mutation} from '@sanity/mutator'
import {isRecord, type Json, type LakeDocument} from '../document.ts'
import {withTimeLimit} from '../time-limit.ts'

const limitMs = 500

/** `[0:100000]`: the mutator iterates over every number of a range, however short the array is. */
const wideRange = /[[,]\s*-?\d*\s*:\s*-?\d{6,}|[[,]\s*-?\d{6,}\s*:/

const maxPathLength = 1000

const operations = ['set', 'setIfMissing', 'unset', 'inc', 'dec', 'insert', 'diffMatchPatch']

/** The fields of a patch: which documents it changes, and its operations. */
export const patchFields = ['id', 'query', 'params', 'ifRevisionID', ...operations]

/**
 * Applies the operations of one patch (`set`, `unset`, `insert`, …). Patches run in the thread that serves
 * all requests, so a patch that may take long has a time limit.
 * @throws Error that says what is wrong with the patch.
 */
export function applyOperations(document: LakeDocument, patch: Json & {id: string}): unknown {
  const paths = pathsOf(patch)
  if (paths.some((path) => wideRange.test(path))) throw new Error('A range can span 99,999 elements at most')
  if (paths.some((path) => path.length > maxPathLength))
    throw new Error(`A path can have ${maxPathLength} characters at most`)
  // The types allow one kind of patch at a time. The class accepts all at once, as the API does.
  const apply = () => new Mutation({mutations: [{patch} as never]}).apply(document)
  const mayTakeLong = 'diffMatchPatch' in patch || paths.some((path) => /:|\.\./.test(path))
  return mayTakeLong ? withTimeLimit(limitMs, apply) : apply()
}

const pathsOf = (patch: Json): string[] =>
  Object.values(patch).flatMap((operation) => {
    if (Array.isArray(operation)) return operation.filter((path) => typeof path === 'string')
    if (!isRecord(operation)) return []
    const {before, after, replace} = operation
    return [...Object.keys(operation), ...[before, after, replace].filter((path) => typeof path === 'string')]
  })
