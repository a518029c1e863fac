import {parsePartialDate} from './partial-date.ts'

/** Compares partial dates with a clock that the caller gives, so that a test can choose the day. */

const DAY_MS = 86_400_000

/** The day (`YYYY-MM-DD`) in UTC. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10)

/** A day later than UTC's: east of Greenwich it has already begun, and an editor may have typed it. */
export const lastDayBegun = (now: Date): string => dayOf(new Date(now.getTime() + DAY_MS))

/** It has not begun, whichever of the days it may mean is meant. False for what is no date. */
export function isAhead(edtf: unknown, now: Date): boolean {
  const earliest = parsePartialDate(edtf)?.earliest
  return earliest !== undefined && earliest > lastDayBegun(now)
}

/** It is over, whichever of the days it may mean is meant. False for what is no date. */
export function isOver(edtf: unknown, now: Date): boolean {
  const latest = parsePartialDate(edtf)?.latest
  return latest !== undefined && latest < dayOf(now)
}

/** The one lies before the other in every reading: 2014 before 2015, but not 2015 before March 2015. */
export function isBefore(one: unknown, other: unknown): boolean {
  const latest = parsePartialDate(one)?.latest
  const earliest = parsePartialDate(other)?.earliest
  return latest !== undefined && earliest !== undefined && latest < earliest
}
