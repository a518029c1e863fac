import {buildEach} from '../build-each.ts'
import {homeOrganizationId} from '../home-organization.ts'
import type {Locale} from '../locales.ts'
import {joined, joinedBy, pickText, type Text} from '../localized.ts'
import {messagesIn} from '../messages/messages.ts'
import {formatPartialDate} from '../partial-date.ts'
import {lookUp, readString} from '../read.ts'
import {eventCaveats} from '../views/evidence.ts'
import {type FactValue, note, readDate, readSourceLink, sourcePublisher} from '../views/fact.ts'
import {memberName, roleText, statusText, statusWords} from '../views/membership-view.ts'
import {type NetworkLink, networkLink} from '../views/network-link.ts'
import type {EventRow, MembershipRow, NetworkLinkRow} from '../views/rows.ts'
import {byDate, itemPath} from '../views/shared-facts.ts'
import {type Row, rowsOf, type Scale, scaleOf, type Tick, ticksOf} from './layout.ts'
import {eventMark, inDoubt, type Mark, membershipMark, yearOfTime} from './marks.ts'

export type TimelineRow = NetworkLinkRow & {
  events?: EventRow[] | null | undefined
  memberships?: MembershipRow[] | null | undefined
}

/** One dated thing: its mark and words in the picture (`row`), and all that is known of it for the table. */
export type TimelineFact = {
  key: string
  kind: 'event' | 'membership'
  when: string
  value: FactValue
  row: Row
}

export type TimelineNetwork = NetworkLink & {href: string; facts: TimelineFact[]; height: number}

export type Timeline = {
  ticks: Tick[]
  networks: TimelineNetwork[]
  /** Networks no date is known of: they are said, not drawn. */
  undated: (NetworkLink & {href: string})[]
}

type Dated = Omit<TimelineFact, 'row'> & {mark: Mark; title: Text; details: Text[]}

function eventFact(event: EventRow, all: EventRow[], id: string, locale: Locale, today: number) {
  const {eventKinds, evidence, accordingTo} = messagesIn(locale)
  const when = readDate(event.date, locale)?.text
  const mark = eventMark(event.date, today)
  const kind = lookUp(eventKinds, event.kind)
  const text = pickText(event.text, locale) ?? (kind ? {text: kind} : undefined)
  if (!when || !mark || !text) return undefined
  const key = event._key ?? ''
  const source = readSourceLink(event.source, locale)
  const caveats = eventCaveats(event, all, locale)
  const publisher = (event.source && sourcePublisher(event.source, locale)) ?? source?.title
  const fact: Dated = {
    key,
    kind: 'event',
    when,
    mark: caveats.length > 0 ? inDoubt(mark) : mark,
    title: kind ? {text: kind} : text,
    details: [
      {text: when},
      // Sources that disagree stand side by side, each with its own date.
      ...(caveats.includes(evidence.disputed) && publisher ? [joined(`${accordingTo} `, publisher)] : []),
      ...caveats.map((caveat) => ({text: caveat})),
    ],
    value: {
      key,
      // The editors' words often begin with it.
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

/** "2015 – end unknown", "1998 – 2004", or since when it is known at all. */
function periodText(row: MembershipRow, locale: Locale): string | undefined {
  const [since, until] = [readDate(row.since, locale), readDate(row.until, locale)]
  const end = row.until ?? (row.untilKnown === true ? '..' : '')
  const period = since || until ? formatPartialDate(`${row.since ?? ''}/${end}`, locale) : undefined
  const asOf = readDate(row.asOf, locale)
  return (
    period ??
    since?.text ??
    until?.text ??
    (asOf && `${messagesIn(locale).asOf} ${asOf.text}`.replace(/^./, (first) => first.toUpperCase()))
  )
}

function membershipFact(row: MembershipRow, locale: Locale, today: number) {
  const {siteName, membership} = messagesIn(locale)
  const ours = row.member?._id === homeOrganizationId
  const member = ours ? siteName : memberName(row, locale)
  const when = periodText(row, locale)
  const mark = membershipMark(row, today)
  if (!member || !when || !mark) return undefined
  const key = readString(row._id) ?? ''
  const title = joinedBy(' – ', [member, roleText(row, locale) ?? membership.roleNotStated])
  const status = statusText(row, locale)
  // Where nothing but the time of the statement is known, the date says it already.
  const stated = row.since || row.until ? statusWords(row, locale) : status?.word
  const source = readSourceLink(row.sources?.[0], locale)
  const fact: Dated = {
    key,
    kind: 'membership',
    when,
    mark,
    title,
    details: [{text: when}, ...note(stated)],
    value: {
      key,
      text: title,
      notes: note(statusWords(row, locale)),
      ...(source && {source}),
      edit: {id: key, type: 'membership', path: row.since ? 'since' : row.until ? 'until' : 'asOf'},
    },
  }
  return fact
}

function datedFacts(row: TimelineRow, id: string, locale: Locale, today: number): Dated[] {
  const events = Array.isArray(row.events) ? row.events : []
  return [
    ...buildEach(
      events.toSorted((a, b) => byDate(1)(a?.date, b?.date)),
      id,
      (event) => eventFact(event, events, id, locale, today),
    ),
    ...buildEach(
      row.memberships,
      (membership) => membership?._id,
      (membership) => membershipFact(membership, locale, today),
    ),
  ]
}

/** Every network in the editors' order with its dates laid out on one scale that ends today. */
export function timelineOf(
  rows: readonly TimelineRow[] | null | undefined,
  locale: Locale,
  now: Date,
): Timeline {
  const today = yearOfTime(now)
  const networks = buildEach(
    rows,
    (row) => row?._id,
    (row) => {
      const link = networkLink(row, locale)
      const href = link.paths[locale]
      return href ? {...link, href, dated: datedFacts(row, link.id, locale, today)} : undefined
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
      .map(({dated, ...network}) => {
        const {rows: laidOut, height} = rowsOf(dated, scale)
        const facts = dated.flatMap(({key, kind, when, value}, index) => {
          const row = laidOut[index]
          return row ? [{key, kind, when, value, row}] : []
        })
        return {...network, facts, height}
      }),
    undated: networks.filter(({dated}) => dated.length === 0).map(({dated, ...network}) => network),
  }
}
