import type {Organization, OrganizationRole, Person} from 'schema-dts'
import type {Locale} from '../locales.ts'
import {pickText} from '../localized.ts'
import {membershipState} from '../membership-state.ts'
import {messagesIn} from '../messages/messages.ts'
import {machineDate} from '../partial-date.ts'
import {lookUp} from '../read.ts'
import {memberName} from '../views/membership-view.ts'
import type {MembershipRow} from '../views/rows.ts'
import {organizationId} from './ids.ts'

/** Being a founding member is a fact of history: it stays true whoever has left since. */
const timeless = new Set(['founding-member'])

/**
 * Who takes part in a network, and as what. A role without an end reads as "today", so one that is only known "as of"
 * some year is left out; so is a former one whose end has no exact date, and one whose role no source states.
 */
export function membershipRole(
  row: MembershipRow,
  siteUrl: string,
  locale: Locale,
  now = new Date(),
): OrganizationRole<Organization | Person, 'member'> | undefined {
  const {member, role} = row
  const {since, until, status} = membershipState(row, now)
  const endDate = machineDate(until)
  const current = status === 'active' || (typeof role === 'string' && timeless.has(role))
  if (!member || row.roleStated === false || !(current || (status === 'former' && endDate))) return undefined
  const name = memberName(row, locale)?.text
  const gender =
    member._type === 'person' && member.grammaticalGender === 'feminine' ? 'feminine' : 'masculine'
  const roleName = pickText(row.roleLabel, locale)?.text ?? lookUp(messagesIn(locale).roles, role)?.[gender]
  if (!name || !roleName) return undefined
  const startDate = machineDate(since)
  return {
    '@type': 'OrganizationRole',
    roleName,
    ...(startDate && {startDate}),
    ...(endDate && {endDate}),
    // The property is repeated inside the role: https://schema.org/Role
    member:
      member._type === 'person'
        ? {'@type': 'Person', name}
        : {'@type': 'Organization', '@id': organizationId(siteUrl, member._id), name},
  }
}
