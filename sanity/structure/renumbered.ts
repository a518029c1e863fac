import {getPublishedId} from 'sanity'
import type {FieldValues} from './field-undo.ts'

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

/**
 * True if several documents got new ranks but kept their order, as after "Number the order again". Before, a
 * draft and its published document may share a rank.
 */
export function isRenumbered(before: FieldValues, written: FieldValues): boolean {
  const ids = Object.keys(written).sort((a, b) => compare(written[a], written[b]))
  return (
    new Set(ids.map(getPublishedId)).size > 1 &&
    ids.slice(1).every((id, index) => compare(before[ids[index] ?? ''], before[id]) <= 0)
  )
}
