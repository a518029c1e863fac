import type {SanityDocument} from 'sanity'
import {isFuture} from '#lib/dates/date-comparison.ts'
import {dayOf} from '#lib/dates/day.ts'

/** The answers of the dialog: the date in EDTF, unless it is not known, and the source. */
export type MembershipEnd = {until: string | undefined; sourceId: string | undefined}

/**
 * The changes to a membership that ends. An end that lies ahead is an agreed end: the membership goes on until
 * then (docs/decisions/039-one-status-field-for-memberships.md).
 */
export function endPatches(document: SanityDocument, {until, sourceId}: MembershipEnd, now: Date): object[] {
  const status = isFuture(until, now) ? 'active' : 'former'
  const lastChecked = dayOf(now)
  const sources = Array.isArray(document.sources) ? document.sources : []
  const isListed = sources.some(({_ref}) => _ref === sourceId)
  const reference = {_type: 'reference', _key: sourceId, _ref: sourceId}
  return [
    {set: {status, lastChecked, ...(until && {until})}},
    ...(until ? [] : [{unset: ['until']}]),
    ...(sourceId && !isListed
      ? [{setIfMissing: {sources: []}}, {insert: {after: 'sources[-1]', items: [reference]}}]
      : []),
  ]
}
