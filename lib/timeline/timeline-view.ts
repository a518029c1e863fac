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
import {type NetworkLink, networkLink} from '../content/network-link.ts'
import {eventCaveats} from '../content/qualifications.ts'
import type {EventRow, MembershipRow, NetworkLinkRow} from '../content/query-rows.ts'
import {byDate, itemPath} from '../content/shared-facts.ts'
import type {Locale} from '../i18n/locales.ts'
import {joined, joinedBy, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp, parseString} from '../parsing/parse.ts'
import {isBeyond, type Row, rowOf, type Scale, scaleOf, type Tick, ticksOf} from './layout.ts'
import {eventMark, inDoubt, type Mark, membershipMark, yearOfTime} from './marks.ts'

export type TimelineRow = NetworkLinkRow & {
  events?: EventRow[] | null | undefined
  memberships?: MembershipRow[] | null | undefined
}

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

export type TimelineNetwork = NetworkLink & {href: string; facts: TimelineFact[]}

export type TimelineView = {
  ticks: Tick[]
  networks: TimelineNetwork[]
  /** Networks without any date: listed, not drawn. */
  undated: (NetworkLink & {href: string})[]
}

type Dated = Omit<TimelineFact, 'row'> & {mark: Mark}

function eventFact(event: EventRow, all: EventRow[], id: string, locale: Locale, now: Date) {
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
  const fact: Dated = {
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
      edit: {id, type: 'network', path: itemPath('events', key)},
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
  const fact: Dated = {
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

function datedFacts(row: TimelineRow, id: string, locale: Locale, now: Date): Dated[] {
  const events = Array.isArray(row.events) ? row.events : []
  return [
    ...mapValid(
      events.toSorted((a, b) => byDate(1)(a?.date, b?.date)),
      id,
      (event) => eventFact(event, events, id, locale, now),
    ),
    ...mapValid(
      row.memberships,
      (membership) => membership?._id,
      (membership) => membershipFact(membership, locale, now),
    ),
  ]
}

/** Adds the reason why a fact has no mark. */
function noteBeyond({details, value, ...fact}: Dated, locale: Locale): Dated {
  const {beyond} = messagesIn(locale).timeline
  return {
    ...fact,
    details: [...details, {text: beyond}],
    value: {...value, caveats: [...(value.caveats ?? []), beyond]},
  }
}

/** All networks in the editors' order, their dates on one scale that ends today. */
export function timelineView(
  rows: readonly TimelineRow[] | null | undefined,
  locale: Locale,
  now: Date,
): TimelineView {
  const today = yearOfTime(now)
  const networks = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const link = networkLink(row, locale)
      const href = link.paths[locale]
      return href ? {...link, href, dated: datedFacts(row, link.id, locale, now)} : undefined
    },
  )
  const scale: Scale = scaleOf(
    networks.flatMap(({dated}) => dated.map(({mark}) => mark)),
    today,
  )
  return {
    ticks: ticksOf(scale),
    networks: networks
      .filter(({dated}) => dated.length > 0)
      .map(({dated, ...network}) => ({
        ...network,
        facts: dated
          .map((fact) => (isBeyond(fact.mark, scale) ? noteBeyond(fact, locale) : fact))
          .map(({mark, ...fact}) => ({...fact, row: rowOf(mark, fact.title.text, fact.when, scale)})),
      })),
    undated: networks.filter(({dated}) => dated.length === 0).map(({dated, ...network}) => network),
  }
}
