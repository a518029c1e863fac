import {
  type FactValue,
  note,
  readDate,
  readPastDate,
  readSourceLink,
  sourcePublisher,
} from '../content/fact.ts'
import {shortMemberName} from '../content/member-name.ts'
import {periodText} from '../content/membership-period.ts'
import {membershipState, statedAt} from '../content/membership-state.ts'
import {roleText, statusMark, statusText} from '../content/membership-view.ts'
import {eventCaveats} from '../content/qualifications.ts'
import type {EventRow, MembershipRow} from '../content/query-rows.ts'
import {byDate, itemPath} from '../content/shared-facts.ts'
import type {Locale} from '../i18n/locales.ts'
import {joined, joinedBy, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp, parseString} from '../parsing/parse.ts'
import type {Row} from './layout.ts'
import {eventMark, inDoubt, type Mark, membershipMark, yearOfTime} from './marks.ts'

/**
 * One event or membership: its mark (`row`) and label (`title`, `details`) in the picture, its `value` in the
 * table.
 */
export type TimelineFact = {
  key: string
  kind: 'event' | 'membership'
  when: string
  title: Text
  details: Text[]
  value: FactValue
  row: Row
}

/** A fact before it has its place in the picture. */
export type DatedFact = Omit<TimelineFact, 'row'> & {mark: Mark}

/** The document whose dates are shown. */
type Owner = {id: string; type: 'network' | 'organization'}

function eventFact(event: EventRow, all: EventRow[], owner: Owner, locale: Locale, now: Date) {
  const {eventKinds, evidence, accordingTo} = messagesIn(locale)
  const when = readDate(event.date, locale)?.text
  const mark = eventMark(event.date, yearOfTime(now))
  const kind = lookUp(eventKinds, event.kind)
  const text = pickText(event.text, locale) ?? (kind ? {text: kind} : undefined)
  if (!when || !mark || !text) return undefined
  const key = event._key ?? ''
  const source = readSourceLink(event.source, locale)
  const caveats = eventCaveats(event, all, locale, now)
  const publisher = (event.source && sourcePublisher(event.source, locale)) ?? source?.title
  const fact: DatedFact = {
    key,
    kind: 'event',
    when,
    mark: caveats.length > 0 ? inDoubt(mark) : mark,
    title: kind ? {text: kind} : text,
    details: [
      {text: when},
      // Contradicting sources each have their own entry, so the label names the publisher.
      ...(caveats.includes(evidence.disputed) && publisher ? [joined(`${accordingTo} `, publisher)] : []),
      ...caveats.map((caveat) => ({text: caveat})),
    ],
    value: {
      key,
      // The editors' text often begins with the kind.
      ...(kind && !text.text.toLowerCase().startsWith(kind.toLowerCase()) && {kind}),
      text,
      notes: [],
      ...(source && {source}),
      ...(caveats.length > 0 && {caveats}),
      edit: {...owner, path: itemPath('events', key)},
    },
  }
  return fact
}

function membershipFact(row: MembershipRow, locale: Locale, now: Date) {
  const {membership} = messagesIn(locale)
  const member = shortMemberName(row, locale)
  const state = membershipState(row, now)
  const asOf = readPastDate(row.asOf, locale, now)
  const stated = asOf && `${messagesIn(locale).asOf} ${asOf.text}`
  const when = periodText(state, locale) ?? stated?.replace(/^./, (first) => first.toUpperCase())
  const drawn = membershipMark({...state, asOf: statedAt(row, now)}, yearOfTime(now))
  if (!member || !when || !drawn) return undefined
  const key = parseString(row._id) ?? ''
  const title = joinedBy(' – ', [member, roleText(row, locale) ?? membership.roleNotStated])
  // Without start and end, `when` is the as-of date already, and the mark of what is not confirmed.
  const mark =
    state.since || state.until
      ? statusMark(row, locale, now)
      : state.status !== 'unknown' && statusText(row, locale, now)?.word
  const source = readSourceLink(row.sources?.[0], locale)
  const fact: DatedFact = {
    key,
    kind: 'membership',
    when,
    mark: drawn,
    title,
    details: [{text: when}, ...note(mark || undefined)],
    value: {
      key,
      text: title,
      notes: note(mark || undefined),
      ...(source && {source}),
      edit: {id: key, type: 'membership', path: row.since ? 'since' : row.until ? 'until' : 'asOf'},
    },
  }
  return fact
}

/** The memberships first: the reader looks for SIMI's role. */
export function datedFacts(
  row: {events?: EventRow[] | null | undefined; memberships?: MembershipRow[] | null | undefined},
  owner: Owner,
  locale: Locale,
  now: Date,
): DatedFact[] {
  const events = Array.isArray(row.events) ? row.events : []
  return [
    ...mapValid(
      row.memberships,
      (membership) => membership?._id,
      (membership) => membershipFact(membership, locale, now),
    ),
    ...mapValid(
      events.toSorted((a, b) => byDate(1)(a?.date, b?.date)),
      owner.id,
      (event) => eventFact(event, events, owner, locale, now),
    ),
  ]
}
