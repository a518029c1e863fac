import {machineDate, parsePartialDate} from '../dates/partial-date.ts'
import {isAhead} from '../dates/past-or-ahead.ts'
import type {Locale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {membershipState, type StatedPeriod} from './membership-state.ts'
import type {EventRow} from './query-rows.ts'

/** What happens to a body once: two dates for it can't both be right. */
const once = new Set(['founded', 'dissolved'])

type Events = readonly (EventRow | null | undefined)[] | null | undefined

const listOf = (events: Events) => (Array.isArray(events) ? (events as EventRow[]) : [])

/** Whether two dates have no day in common; `2000` and `2000-09` agree. */
function contradict(one: unknown, other: unknown): boolean {
  const [a, b] = [parsePartialDate(one), parsePartialDate(other)]
  const endsBefore = (first: typeof a, second: typeof a) =>
    first?.latest !== undefined && second?.earliest !== undefined && first.latest < second.earliest
  return endsBefore(a, b) || endsBefore(b, a)
}

/** Sources disagree where an editor says so, and where two dates are given for what happens once. */
const isDisputed = (event: EventRow, all: Events): boolean =>
  event.status === 'disputed' ||
  (once.has(event.kind ?? '') &&
    listOf(all).some((other) => other?.kind === event.kind && contradict(other?.date, event.date)))

/** What a reader must know before taking an event for certain, in words; none when there is nothing. */
export function eventCaveats(event: EventRow, all: Events, locale: Locale, now: Date): string[] {
  const {evidence, notYet} = messagesIn(locale)
  const {disputed, unverified, unsourced} = evidence
  return [
    ...(isDisputed(event, all) ? [disputed] : []),
    ...(event.status === 'unverified' ? [unverified] : []),
    ...(event.source ? [] : [unsourced]),
    ...(isAhead(event.date, now) ? [notYet] : []),
  ]
}

/**
 * The day, month or year of foundation, for forms that have no words for doubt: only when every source gives the same
 * exact one, each entry has a source, nobody disputes or doubts it, and it does not lie ahead.
 */
export function foundingDate(events: Events, now: Date): string | undefined {
  const founded = listOf(events).filter((event) => event?.kind === 'founded')
  if (founded.some(({status, source}) => !source || (status !== 'verified' && status !== 'per-source'))) {
    return undefined
  }
  const dates = new Set(founded.map(({date}) => date))
  const [date] = dates
  return dates.size === 1 && !isAhead(date, now) ? machineDate(date) : undefined
}

/** How sure it is that a membership holds: a picture draws each in its own way. */
export const certainties = ['sure', 'unconfirmed', 'over'] as const
export type Certainty = (typeof certainties)[number]

export function certaintyOf(row: StatedPeriod, now: Date): Certainty {
  const {status} = membershipState(row, now)
  if (status === 'active') return 'sure'
  return status === 'former' ? 'over' : 'unconfirmed'
}
