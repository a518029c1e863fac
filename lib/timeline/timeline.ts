import {buildEach} from '../build-each.ts'
import {homeOrganizationId} from '../home-organization.ts'
import type {Locale} from '../locales.ts'
import {pickText} from '../localized.ts'
import {type MembershipState, membershipState} from '../membership-state.ts'
import {messagesIn} from '../messages/messages.ts'
import {joinEnds} from '../partial-date.ts'
import {lookUp, readString} from '../read.ts'
import {type FactValue, note, readDate, readPastDate, readSourceLink} from '../views/fact.ts'
import {endText, memberName, roleText, statusText} from '../views/membership-view.ts'
import {type NetworkLink, networkLink} from '../views/network-link.ts'
import type {EventRow, MembershipRow, NetworkLinkRow} from '../views/rows.ts'
import {byDate, eventCaveats, itemPath} from '../views/shared-facts.ts'
import {isBeyond, type Row, rowOf, type Scale, scaleOf, type Tick, ticksOf} from './layout.ts'
import {eventMark, type Mark, membershipMark, yearOfTime} from './marks.ts'

export type TimelineRow = NetworkLinkRow & {
  events?: EventRow[] | null | undefined
  memberships?: MembershipRow[] | null | undefined
}

/** One dated thing: its mark (`row`) and words (`title`, `details`) in the picture, and all that is known for the table. */
export type TimelineFact = {
  key: string
  kind: 'event' | 'membership'
  when: string
  title: string
  details: string[]
  value: FactValue
  row: Row
}

export type TimelineNetwork = NetworkLink & {href: string; facts: TimelineFact[]}

export type Timeline = {
  ticks: Tick[]
  networks: TimelineNetwork[]
  /** Networks no date is known of: they are said, not drawn. */
  undated: (NetworkLink & {href: string})[]
}

type Dated = Omit<TimelineFact, 'row'> & {mark: Mark}

function eventFact(event: EventRow, id: string, locale: Locale, now: Date, conflicting: boolean) {
  const {eventKinds, accordingTo} = messagesIn(locale)
  const when = readDate(event.date, locale)?.text
  const mark = eventMark(event.date, yearOfTime(now))
  const kind = lookUp(eventKinds, event.kind)
  const text = pickText(event.text, locale) ?? (kind ? {text: kind} : undefined)
  if (!when || !mark || !text) return undefined
  const key = event._key ?? ''
  const source = readSourceLink(event.source)
  const caveats = eventCaveats(event, locale, now)
  const publisher = readString(event.source?.publisher) ?? source?.title
  const fact: Dated = {
    key,
    kind: 'event',
    when,
    mark,
    title: kind ?? text.text,
    // Sources that disagree stand side by side, each with its own date.
    details: [when, ...(conflicting && publisher ? [`${accordingTo} ${publisher}`] : [])],
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

/** "2015 – end unknown", "1998–2004", in the words of the network's page; or since when it is known at all. */
function periodText(state: MembershipState, asOf: string | undefined, locale: Locale): string | undefined {
  const since = readDate(state.since, locale)?.text
  const end = state.status === 'active' && !state.until ? 'open' : endText(state, locale)
  if (since || end) return joinEnds(since, end, locale)
  return asOf && `${messagesIn(locale).asOf} ${asOf}`.replace(/^./, (first) => first.toUpperCase())
}

function membershipFact(row: MembershipRow, locale: Locale, now: Date) {
  const {siteName, membership} = messagesIn(locale)
  const ours = row.member?._id === homeOrganizationId
  const member = ours ? siteName : memberName(row, locale)?.text
  const state = membershipState(row, now)
  const asOf = readPastDate(row.asOf, locale, now)
  const when = periodText(state, asOf?.text, locale)
  const mark = membershipMark({...state, ...(asOf && {asOf: row.asOf})}, yearOfTime(now))
  if (!member || !when || !mark) return undefined
  const key = readString(row._id) ?? ''
  const title = `${member} – ${roleText(row, locale)?.text ?? membership.takesPart}`
  const status = statusText(row, locale, now)
  const source = readSourceLink(row.sources?.[0])
  const fact: Dated = {
    key,
    kind: 'membership',
    when,
    mark,
    title,
    details: [when],
    value: {
      key,
      text: {text: title},
      notes: note(status && [status.word, status.asOf].filter(Boolean).join(', ')),
      ...(source && {source}),
      edit: {id: key, type: 'membership', path: row.since ? 'since' : row.until ? 'until' : 'asOf'},
    },
  }
  return fact
}

function datedFacts(row: TimelineRow, id: string, locale: Locale, now: Date): Dated[] {
  const events = Array.isArray(row.events) ? row.events : []
  const foundings = events.filter((event) => event?.kind === 'founded').length
  return [
    ...buildEach(
      events.toSorted((a, b) => byDate(1)(a?.date, b?.date)),
      id,
      (event) =>
        eventFact(
          event,
          id,
          locale,
          now,
          event.status === 'disputed' || (event.kind === 'founded' && foundings > 1),
        ),
    ),
    ...buildEach(
      row.memberships,
      (membership) => membership?._id,
      (membership) => membershipFact(membership, locale, now),
    ),
  ]
}

/** In words only, and with a word why. */
function sayBeyond({details, value, ...fact}: Dated, locale: Locale): Dated {
  const {beyond} = messagesIn(locale).timeline
  return {
    ...fact,
    details: [...details, beyond],
    value: {...value, caveats: [...(value.caveats ?? []), beyond]},
  }
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
          .map((fact) => (isBeyond(fact.mark, scale) ? sayBeyond(fact, locale) : fact))
          .map(({mark, ...fact}) => ({...fact, row: rowOf(mark, fact.title, fact.when, scale)})),
      })),
    undated: networks.filter(({dated}) => dated.length === 0).map(({dated, ...network}) => network),
  }
}
