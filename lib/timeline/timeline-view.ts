import {type EditTarget, printedPath} from '../content/edit-target.ts'
import type {OrganizationRow} from '../content/home-view.ts'
import {networkLink} from '../content/network-link.ts'
import type {EventRow, MembershipRow, NetworkLinkRow} from '../content/query-rows.ts'
import type {Locale} from '../i18n/locales.ts'
import {pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {requireString} from '../parsing/parse.ts'
import {homePath} from '../routing/paths.ts'
import {type DatedFact, datedFacts, type TimelineFact} from './dated-facts.ts'
import {isBeyond, rowOf, type Scale, scaleOf, type Tick, ticksOf} from './layout.ts'
import {yearOfTime} from './marks.ts'

export type TimelineRow = NetworkLinkRow & {
  events?: EventRow[] | null | undefined
  memberships?: MembershipRow[] | null | undefined
}

/** `edit`: the field with the name. */
type Titled = {id: string; name: Text; href: string; edit: EditTarget}

/** SIMI, or a network. */
export type TimelineEntry = Titled & {facts: TimelineFact[]}

export type TimelineView = {
  ticks: Tick[]
  /** SIMI itself, before its networks. */
  home?: TimelineEntry
  networks: TimelineEntry[]
  /** Networks without any date: listed, not drawn. */
  undated: Titled[]
}

/** Everything that is drawn, from top to bottom. */
export const allEntries = ({home, networks}: TimelineView): TimelineEntry[] => [
  ...(home ? [home] : []),
  ...networks,
]

type Dated = Titled & {dated: DatedFact[]}

/** Adds the reason why a fact has no mark. */
function noteBeyond({details, value, ...fact}: DatedFact, locale: Locale): DatedFact {
  const {beyond} = messagesIn(locale).timeline
  return {
    ...fact,
    details: [...details, {text: beyond}],
    value: {...value, caveats: [...(value.caveats ?? []), beyond]},
  }
}

function homeEntry(row: OrganizationRow, locale: Locale, now: Date): Dated | undefined {
  const owner = {id: requireString(row._id, 'the id of SIMI'), type: 'organization'} as const
  const name = pickText(row.name, locale)
  const dated = datedFacts({events: row.events}, owner, locale, now)
  if (!name || dated.length === 0) return undefined
  return {
    id: owner.id,
    name,
    href: homePath(locale),
    edit: {...owner, path: printedPath('name', name, locale)},
    dated,
  }
}

function networkEntry(row: TimelineRow, locale: Locale, now: Date): Dated | undefined {
  const {id, name, paths} = networkLink(row, locale)
  const href = paths[locale]
  const owner = {id, type: 'network'} as const
  const edit = {...owner, path: printedPath('name', name, locale)}
  return href ? {id, name, href, edit, dated: datedFacts(row, owner, locale, now)} : undefined
}

const placed =
  (scale: Scale, locale: Locale) =>
  ({dated, ...entry}: Dated): TimelineEntry => ({
    ...entry,
    facts: dated
      .map((fact) => (isBeyond(fact.mark, scale) ? noteBeyond(fact, locale) : fact))
      .map(({mark, ...fact}) => ({...fact, row: rowOf(mark, fact.title.text, fact.when, scale)})),
  })

/** SIMI if given, and the networks in the editors' order; their dates on one scale that ends today. */
export function timelineView(
  rows: readonly TimelineRow[] | null | undefined,
  locale: Locale,
  now: Date,
  homeRow?: OrganizationRow | null,
): TimelineView {
  const networks = mapValid(
    rows,
    (row) => row?._id,
    (row) => networkEntry(row, locale, now),
  )
  const [home] = mapValid([homeRow], 'SIMI', (row) => row && homeEntry(row, locale, now))
  const entries = [...(home ? [home] : []), ...networks]
  const scale = scaleOf(
    entries.flatMap(({dated}) => dated.map(({mark}) => mark)),
    yearOfTime(now),
  )
  const place = placed(scale, locale)
  return {
    ticks: ticksOf(scale),
    ...(home && {home: place(home)}),
    networks: networks.filter(({dated}) => dated.length > 0).map(place),
    undated: networks.filter(({dated}) => dated.length === 0).map(({dated, ...network}) => network),
  }
}
