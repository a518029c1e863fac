import {lastDayBegun} from '../dates/past-or-ahead.ts'

/** A check older than this many months is out of date; the rule for active memberships says the same. */
const monthsUntilStale = 24

/** The day (`YYYY-MM-DD`) from which on a check still counts. */
export function checkedSince(now = new Date()): string {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() - monthsUntilStale)
  return day.toISOString().slice(0, 10)
}

/** A check on a day that has not begun is a slip of the keyboard, and counts as none. */
export function isChecked(lastChecked: unknown, now = new Date()): boolean {
  const day = typeof lastChecked === 'string' ? lastChecked : ''
  return day >= checkedSince(now) && day <= lastDayBegun(now)
}
