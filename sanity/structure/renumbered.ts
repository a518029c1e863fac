import {getPublishedId} from 'sanity'
import {compareKeys} from '#lib/i18n/collation.ts'
import type {FieldValues} from './field-undo.ts'

/**
 * True if several documents got new ranks but kept their order, as after "Number the order again". Before, a
 * draft and its published document may share a rank.
 */
export function isRenumbered(before: FieldValues, written: FieldValues): boolean {
  const compareRanks = (ranks: FieldValues, a: string, b: string) =>
    compareKeys(ranks[a] ?? '', ranks[b] ?? '')
  const ids = Object.keys(written).sort((a, b) => compareRanks(written, a, b))
  return (
    new Set(ids.map(getPublishedId)).size > 1 &&
    ids.slice(1).every((id, index) => compareRanks(before, ids[index] ?? '', id) <= 0)
  )
}
