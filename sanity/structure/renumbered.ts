import {getPublishedId} from 'sanity'
import type {FieldValues} from './field-undo.ts'

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Whether new ranks were written to several documents and their order is the same: "Number the order again". A draft
 * and its published document have the same rank before.
 */
export function isRenumbered(before: FieldValues, written: FieldValues): boolean {
  const ids = Object.keys(written).sort((a, b) => compare(written[a], written[b]))
  return (
    new Set(ids.map(getPublishedId)).size > 1 &&
    ids.slice(1).every((id, index) => compare(before[ids[index] ?? ''], before[id]) <= 0)
  )
}
