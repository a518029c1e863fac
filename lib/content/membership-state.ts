import {isBefore, isFuture, isPast} from '../dates/date-comparison.ts'
import {parsePartialDate} from '../dates/partial-date.ts'
import {parseString} from '../parsing/parse.ts'

const statuses = ['active', 'former', 'unknown'] as const
export type Status = (typeof statuses)[number]

/** The dates and status of a membership, as stored in its document. */
export type StatedPeriod = {
  since?: string | null | undefined
  until?: string | null | undefined
  status?: string | null | undefined
}

/**
 * What pages may state about a membership. `active` without `until`: it continues. `former` without `until`:
 * it has ended at an unknown time. Both dates are EDTF.
 */
export type MembershipState = {status: Status; since?: string; until?: string}

/** How a document contradicts itself. The Studio tells the editor how to correct it; the site states less. */
export type Contradiction =
  | 'ends-before-it-begins'
  | 'goes-on-but-ended'
  | 'ended-but-lies-ahead'
  | 'not-known-but-has-an-end'

const isStatus = (value: unknown): value is Status => statuses.some((status) => status === value)

/** Undefined for a consistent document. An unreadable `until` counts as an end at an unknown time. */
export function contradictionOf({since, until, status}: StatedPeriod, now: Date): Contradiction | undefined {
  if (isBefore(until, since)) return 'ends-before-it-begins'
  if (status === 'active' && until && (!parsePartialDate(until) || isPast(until, now)))
    return 'goes-on-but-ended'
  if (status === 'former' && (isFuture(until, now) || isFuture(since, now))) return 'ended-but-lies-ahead'
  if (status !== 'active' && status !== 'former' && until) return 'not-known-but-has-an-end'
  return undefined
}

/** The status for pages and filters. Undefined when the document has none. */
export const printedStatus = (row: StatedPeriod, now: Date): Status | undefined =>
  isStatus(row.status) ? membershipState(row, now).status : undefined

/**
 * The state of a membership, for pages, pictures, filters and data files alike. If a document contradicts
 * itself, the status is `unknown`. If the dates are in the wrong order, both are left out: it is unknown
 * which one is wrong. A membership with a future start is not active.
 * @throws TypeError when a date is not a string.
 */
export function membershipState(row: StatedPeriod, now: Date): MembershipState {
  const [since, until] = [parseString(row.since), parseString(row.until)]
  const stated = isStatus(row.status) ? row.status : 'unknown'
  const contradiction = contradictionOf({since, until, status: stated}, now)
  // A stated `former` still holds, because it needs neither date.
  if (contradiction === 'ends-before-it-begins') return {status: stated === 'former' ? stated : 'unknown'}
  const isUncertain = contradiction !== undefined || (stated === 'active' && isFuture(since, now))
  return {status: isUncertain ? 'unknown' : stated, ...(since && {since}), ...(until && {until})}
}

/**
 * The date (EDTF) for which the status was last stated or checked. A future date is a typing error and is
 * ignored.
 */
export function statedAt(
  {asOf, lastChecked}: {asOf?: string | null | undefined; lastChecked?: string | null | undefined},
  now: Date,
): string | undefined {
  return [asOf, lastChecked].map(parseString).find((date) => date !== undefined && !isFuture(date, now))
}
