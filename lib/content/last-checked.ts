import {latestToday} from '../dates/date-comparison.ts'
import {dayOf} from '../dates/day.ts'

/** An older check counts no longer. The rule for active memberships has the same limit. */
const MAX_AGE_MONTHS = 24

/** The earliest day (`YYYY-MM-DD`) of a check that still counts. */
export function checkedSince(now = new Date()): string {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() - MAX_AGE_MONTHS)
  return dayOf(day)
}

/** Whether a check is recent enough. A future day is a typing error and does not count. */
export function isChecked(lastChecked: unknown, now = new Date()): boolean {
  const day = typeof lastChecked === 'string' ? lastChecked : ''
  return day >= checkedSince(now) && day <= latestToday(now)
}
