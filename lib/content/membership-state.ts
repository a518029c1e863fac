import {parsePartialDate} from '../dates/partial-date.ts'
import {isAhead, isBefore, isOver} from '../dates/past-or-ahead.ts'
import {parseString} from '../parsing/parse.ts'

const statuses = ['active', 'former', 'unknown'] as const
export type Status = (typeof statuses)[number]

/** What a document says of how long a membership lasts. */
export type StatedPeriod = {
  since?: string | null | undefined
  until?: string | null | undefined
  status?: string | null | undefined
}

/**
 * What may be said of it. `active` without `until` goes on; `former` without `until` has ended, nobody knows when.
 * Both dates are EDTF.
 */
export type MembershipState = {status: Status; since?: string; until?: string}

/** Why a document contradicts itself; the Studio says how to put it right, the site claims less. */
export type Contradiction =
  | 'ends-before-it-begins'
  | 'goes-on-but-ended'
  | 'ended-but-lies-ahead'
  | 'not-known-but-has-an-end'

const isStatus = (value: unknown): value is Status => statuses.some((status) => status === value)

/** Undefined for what is consistent. An `until` that can't be read counts as an end that nobody can date. */
export function contradictionOf({since, until, status}: StatedPeriod, now: Date): Contradiction | undefined {
  if (isBefore(until, since)) return 'ends-before-it-begins'
  if (status === 'active' && until && (!parsePartialDate(until) || isOver(until, now)))
    return 'goes-on-but-ended'
  if (status === 'former' && (isAhead(until, now) || isAhead(since, now))) return 'ended-but-lies-ahead'
  if (status !== 'active' && status !== 'former' && until) return 'not-known-but-has-an-end'
  return undefined
}

/** The status that is printed and can be chosen by. Where a document gives none, nothing is said. */
export const printedStatus = (row: StatedPeriod, now: Date): Status | undefined =>
  isStatus(row.status) ? membershipState(row, now).status : undefined

/**
 * The one reading of a membership's period that pages, pictures, filters and data files share. Where a document
 * contradicts itself the status claims nothing. Two dates in the wrong order are both left out: one is wrong, and
 * nobody knows which. What has not begun yet is not said to go on.
 * @throws TypeError when a date is of another type than text.
 */
export function membershipState(row: StatedPeriod, now: Date): MembershipState {
  const [since, until] = [parseString(row.since), parseString(row.until)]
  const stated = isStatus(row.status) ? row.status : 'unknown'
  const contradiction = contradictionOf({since, until, status: stated}, now)
  // Whichever of the two dates is wrong, it has ended.
  if (contradiction === 'ends-before-it-begins') return {status: stated === 'former' ? stated : 'unknown'}
  const claimsTooMuch = contradiction !== undefined || (stated === 'active' && isAhead(since, now))
  return {status: claimsTooMuch ? 'unknown' : stated, ...(since && {since}), ...(until && {until})}
}

/** The time for which the status was last stated or checked (EDTF). What lies ahead is a slip, and counts for nothing. */
export function statedAt(
  {asOf, lastChecked}: {asOf?: string | null | undefined; lastChecked?: string | null | undefined},
  now: Date,
): string | undefined {
  return [asOf, lastChecked].map(parseString).find((date) => date !== undefined && !isAhead(date, now))
}
