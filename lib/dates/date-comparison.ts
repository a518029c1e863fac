import {dayOf} from './day.ts'
import {parsePartialDate} from './partial-date.ts'

/** Comparisons of partial dates. The caller passes the time, so that a test can choose the day. */

const DAY_MS = 86_400_000

/** The day after today in UTC: east of Greenwich it may already be today for an editor. */
export const latestToday = (now: Date): string => dayOf(new Date(now.getTime() + DAY_MS))

/** Whether every possible day of the date is in the future. False when it is not a date. */
export function isFuture(edtf: unknown, now: Date): boolean {
  const earliest = parsePartialDate(edtf)?.earliest
  return earliest !== undefined && earliest > latestToday(now)
}

/** Whether every possible day of the date is in the past. False when it is not a date. */
export function isPast(edtf: unknown, now: Date): boolean {
  const latest = parsePartialDate(edtf)?.latest
  return latest !== undefined && latest < dayOf(now)
}

/**
 * Whether `one` is before `other` for all their possible days: 2014 is before 2015, 2015 is not before March
 * 2015.
 */
export function isBefore(one: unknown, other: unknown): boolean {
  const latest = parsePartialDate(one)?.latest
  const earliest = parsePartialDate(other)?.earliest
  return latest !== undefined && earliest !== undefined && latest < earliest
}
