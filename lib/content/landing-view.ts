import type {Locale} from '../i18n/locales.ts'
import {type Localized, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {type Group, groupPath, groups} from '../routing/paths.ts'
import {type DateText, readDate} from './fact.ts'
import {actsFor, isOurs, shortMemberName} from './member-name.ts'
import {membershipState} from './membership-state.ts'
import {roleText, statusMark} from './membership-view.ts'
import {type NetworkLink, networkLink} from './network-link.ts'
import type {MembershipRow, NetworkLinkRow} from './query-rows.ts'

type Participation = {
  id: string
  role?: Text
  /** The member, unless the role says it: the role of the organisation whose site this is. */
  member?: Text
  since?: DateText
  until?: DateText
  /** The status as a short mark. Absent if it is the mark of the whole entry. */
  mark?: string
}

/** A network in a list: name, kind, summary, and one line for each membership. */
export type NetworkEntry = NetworkLink & {
  href: string
  summary?: Text
  memberships: Participation[]
  /** The date for which the summary is known to be true, and each membership without a mark of its own. */
  mark?: string
}

/** `networks`: the first networks of the group. `total`: the number of all its networks. */
export type GroupEntry = {group: Group; href: string; networks: NetworkEntry[]; total: number}

export type LandingRow = NetworkLinkRow & {
  summary?: Localized
  sourceText?: {asOf?: string | null} | null
  memberships?: MembershipRow[] | null
}

/**
 * One line about a membership. Undefined when it would only say that SIMI takes part: the list itself says
 * that.
 */
function membershipLine(row: MembershipRow, locale: Locale, now: Date): Participation | undefined {
  const ours = isOurs(row)
  const role = roleText(row, locale)
  const member = ours ? shortMemberName(row, locale) : actsFor(row, locale)
  if (!member) return undefined
  const state = membershipState(row, now)
  const since = readDate(state.since, locale)
  const until = readDate(state.until, locale)
  if (ours && !role && !since && !until && state.status !== 'former') return undefined
  const mark = statusMark(row, locale, now)
  return {
    id: parseString(row._id) ?? '',
    ...(role && {role}),
    ...(!(ours && role) && {member}),
    ...(since && {since}),
    ...(until && {until}),
    ...(mark && {mark}),
  }
}

function networkEntry(row: LandingRow, locale: Locale, now: Date): NetworkEntry | undefined {
  const link = networkLink(row, locale)
  const href = link.paths[locale]
  if (!href) return undefined
  const [summary] = mapValid([row.summary], link.id, (field) => pickText(field, locale))
  const [textAsOf] = mapValid([row.sourceText], link.id, (text) => readDate(text?.asOf, locale))
  const memberships = mapValid(
    row.memberships,
    (membership) => membership?._id,
    (membership) => membershipLine(membership, locale, now),
  )
  const mark = summary && textAsOf && `${messagesIn(locale).asOf} ${textAsOf.text}`
  return {
    ...link,
    href,
    ...(summary && {summary}),
    // Said once for the entry, not again for each membership.
    memberships: memberships.map(({mark: own, ...line}) =>
      own && own !== mark ? {...line, mark: own} : line,
    ),
    ...(mark && {mark}),
  }
}

/** The networks of a list. A malformed one is left out and logged. */
export const networkEntries = (
  rows: readonly LandingRow[] | null | undefined,
  locale: Locale,
  now = new Date(),
): NetworkEntry[] =>
  mapValid(
    rows,
    (row) => row?._id,
    (row) => networkEntry(row, locale, now),
  )

/**
 * All groups in the site's order. `rows` are the networks to list, `all` those to count. A group without
 * networks is included.
 */
export function landingView(
  rows: readonly LandingRow[] | null | undefined,
  all: readonly {group: Group}[],
  locale: Locale,
  now = new Date(),
): GroupEntry[] {
  const networks = networkEntries(rows, locale, now)
  return groups.map((group) => ({
    group,
    href: groupPath(locale, group),
    networks: networks.filter((network) => network.group === group),
    total: all.filter((network) => network.group === group).length,
  }))
}
