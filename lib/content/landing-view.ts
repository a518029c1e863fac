import type {Locale} from '../i18n/locales.ts'
import {type Localized, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {type Group, groupPath, groups} from '../routing/paths.ts'
import {type DateText, readDate} from './fact.ts'
import {isOurs, shortMemberName} from './member-name.ts'
import {membershipState} from './membership-state.ts'
import {roleText, statusWords} from './membership-view.ts'
import {type NetworkLink, networkLink} from './network-link.ts'
import type {MembershipRow, NetworkLinkRow} from './query-rows.ts'

/** A network in a list: name, kind, summary, and one line for each membership. */
export type NetworkEntry = NetworkLink & {
  href: string
  summary?: Text
  /** The date for which the summary is known to be true. */
  textAsOf?: DateText
  memberships: {id: string; member: Text; role?: Text; since?: DateText; until?: DateText; status?: string}[]
}

/** `networks`: the first networks of the group. `total`: the number of all its networks. */
export type GroupEntry = {group: Group; name: string; href: string; networks: NetworkEntry[]; total: number}

export type LandingRow = NetworkLinkRow & {
  summary?: Localized
  sourceText?: {asOf?: string | null} | null
  memberships?: MembershipRow[] | null
}

/**
 * One line about a membership. Undefined when it would only say that SIMI takes part: the list itself says
 * that.
 */
function membershipLine(row: MembershipRow, locale: Locale, now: Date) {
  const ours = isOurs(row)
  const member = shortMemberName(row, locale)
  if (!member) return undefined
  const role = roleText(row, locale)
  const state = membershipState(row, now)
  const since = readDate(state.since, locale)
  const until = readDate(state.until, locale)
  if (ours && !role && !since && !until && state.status !== 'former') return undefined
  const status = statusWords(row, locale, now)
  return {
    id: parseString(row._id) ?? '',
    member,
    ...(role && {role}),
    ...(since && {since}),
    ...(until && {until}),
    ...(status && {status}),
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
  return {...link, href, ...(summary && {summary}), ...(summary && textAsOf && {textAsOf}), memberships}
}

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
  const networks = mapValid(
    rows,
    (row) => row?._id,
    (row) => networkEntry(row, locale, now),
  )
  return groups.map((group) => ({
    group,
    name: messagesIn(locale).navigation.groups[group],
    href: groupPath(locale, group),
    networks: networks.filter((network) => network.group === group),
    total: all.filter((network) => network.group === group).length,
  }))
}
