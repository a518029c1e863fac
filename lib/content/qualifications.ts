import {isFuture} from '../dates/date-comparison.ts'
import {machineDate, parsePartialDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {membershipState, type StatedPeriod} from './membership-state.ts'
import type {EventRow} from './query-rows.ts'

/** Events that happen only once: two different dates can't both be right. */
const singleEvents = new Set(['founded', 'dissolved'])

type Events = readonly (EventRow | null | undefined)[] | null | undefined

const listOf = (events: Events) => (Array.isArray(events) ? (events as EventRow[]) : [])

/** Whether two dates have no day in common; `2000` and `2000-09` agree. */
function contradict(one: unknown, other: unknown): boolean {
  const [a, b] = [parsePartialDate(one), parsePartialDate(other)]
  const endsBefore = (first: typeof a, second: typeof a) =>
    first?.latest !== undefined && second?.earliest !== undefined && first.latest < second.earliest
  return endsBefore(a, b) || endsBefore(b, a)
}

/** An event is disputed if an editor says so, or if a single event has two different dates. */
export const isDisputed = (event: EventRow, all: Events): boolean =>
  event.status === 'disputed' ||
  (singleEvents.has(event.kind ?? '') &&
    listOf(all).some((other) => other?.kind === event.kind && contradict(other?.date, event.date)))

/** Doubts about an event, in words: disputed, unverified, without a source, in the future. */
export function eventCaveats(event: EventRow, all: Events, locale: Locale, now: Date): string[] {
  const {evidence, notYet} = messagesIn(locale)
  const {disputed, unverified, unsourced} = evidence
  return [
    ...(isDisputed(event, all) ? [disputed] : []),
    ...(event.status === 'unverified' ? [unverified] : []),
    ...(event.source ? [] : [unsourced]),
    ...(isFuture(event.date, now) ? [notYet] : []),
  ]
}

/**
 * The day, month or year of foundation, for formats that can't express doubt. Only if every entry has a
 * source and the same exact date, none is disputed or unverified, and the date is not in the future.
 */
export function foundingDate(events: Events, now: Date): string | undefined {
  const founded = listOf(events).filter((event) => event?.kind === 'founded')
  if (founded.some(({status, source}) => !source || (status !== 'verified' && status !== 'per-source'))) {
    return undefined
  }
  const dates = new Set(founded.map(({date}) => date))
  const [date] = dates
  return dates.size === 1 && !isFuture(date, now) ? machineDate(date) : undefined
}

/** How certain a membership is. Pictures draw each value differently. */
export const certainties = ['sure', 'unconfirmed', 'over'] as const
export type Certainty = (typeof certainties)[number]

export function certaintyOf(row: StatedPeriod, now: Date): Certainty {
  const {status} = membershipState(row, now)
  if (status === 'active') return 'sure'
  return status === 'former' ? 'over' : 'unconfirmed'
}
