import {buildEach} from '../build-each.ts'
import type {EditTarget} from '../edit-attribute.ts'
import {homeOrganizationId} from '../home-organization.ts'
import type {Locale} from '../locales.ts'
import type {Text} from '../localized.ts'
import {messagesIn} from '../messages/messages.ts'
import {readString} from '../read.ts'
import {groupPath} from '../routes.ts'
import {type DateText, readDate} from './fact.ts'
import {memberName, roleText, statusText} from './membership-view.ts'
import {type NetworkLink, networkLink} from './network-link.ts'
import type {MembershipRow, NetworkLinkRow} from './rows.ts'

/** One membership as a line of the table; what no source states is left out. */
export type OverviewLine = {
  id: string
  network: NetworkLink & {href: string}
  group: {name: string; href: string}
  member: Text
  role?: Text
  since?: DateText
  /** A date, or that nobody knows it. */
  until?: DateText
  status?: {word: string; asOf?: string}
  edit: EditTarget
}

export type OverviewRow = NetworkLinkRow & {memberships?: MembershipRow[] | null | undefined}

function line(
  row: MembershipRow,
  network: OverviewLine['network'],
  locale: Locale,
): OverviewLine | undefined {
  const {membership, navigation, siteName} = messagesIn(locale)
  const member = row.member?._id === homeOrganizationId ? {text: siteName} : memberName(row, locale)
  if (!member) return undefined
  const id = readString(row._id) ?? ''
  const role = roleText(row, locale)
  const since = readDate(row.since, locale)
  const unknown = row.untilKnown === false && since ? {text: membership.unknownUntil} : undefined
  const until = readDate(row.until, locale) ?? unknown
  const status = statusText(row, locale)
  return {
    id,
    network,
    group: {name: navigation.groups[network.group], href: groupPath(locale, network.group)},
    member,
    ...(role && {role}),
    ...(since && {since}),
    ...(until && {until}),
    ...(status && {status}),
    edit: {id, type: 'membership', path: 'role'},
  }
}

/** Every membership in every network that has a page in this language; former ones too. */
export function overviewOf(rows: readonly OverviewRow[] | null | undefined, locale: Locale): OverviewLine[] {
  return buildEach(
    rows,
    (row) => row?._id,
    (row) => {
      const network = networkLink(row, locale)
      const href = network.paths[locale]
      if (!href) return undefined
      return buildEach(
        row.memberships,
        (membership) => membership?._id,
        (membership) => line(membership, {...network, href}, locale),
      )
    },
  ).flat()
}
