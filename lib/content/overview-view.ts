import type {Locale} from '../i18n/locales.ts'
import type {Text} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import type {EditTarget} from './edit-target.ts'
import {type DateText, readDate} from './fact.ts'
import {actsFor, isOurs, memberName} from './member-name.ts'
import {membershipState} from './membership-state.ts'
import {roleText, statusMark} from './membership-view.ts'
import {type NetworkLink, networkLink} from './network-link.ts'
import type {MembershipRow, NetworkLinkRow} from './query-rows.ts'

/** One membership as a row of the table. Values that no source states are left out. */
export type OverviewLine = {
  id: string
  network: NetworkLink & {href: string}
  role?: Text
  /** The member, if it is not the organisation of this site itself. */
  member?: Text
  since?: DateText
  until?: DateText
  /** The status as a short mark. */
  mark?: string
  edit: EditTarget
}

export type OverviewRow = MembershipRow & {network?: NetworkLinkRow | null | undefined}

/** The selected memberships, including former ones. Left out if the network has no page in this language. */
export function overviewLines(
  rows: readonly OverviewRow[] | null | undefined,
  locale: Locale,
  now = new Date(),
): OverviewLine[] {
  return mapValid(
    rows,
    (row) => row?._id,
    (row): OverviewLine | undefined => {
      if (!row.network) return undefined
      const network = networkLink(row.network, locale)
      const href = network.paths[locale]
      if (!href || !memberName(row, locale)) return undefined
      const id = parseString(row._id) ?? ''
      const role = roleText(row, locale)
      const state = membershipState(row, now)
      const since = readDate(state.since, locale)
      const until = readDate(state.until, locale)
      const mark = statusMark(row, locale, now)
      const member = isOurs(row) ? undefined : actsFor(row, locale)
      return {
        id,
        network: {...network, href},
        ...(role && {role}),
        ...(member && {member}),
        ...(since && {since}),
        ...(until && {until}),
        ...(mark && {mark}),
        edit: {id, type: 'membership', path: 'role'},
      }
    },
  )
}
