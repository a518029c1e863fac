import type {Organization, OrganizationRole, Person} from 'schema-dts'
import {memberName} from '../content/member-name.ts'
import {membershipState} from '../content/membership-state.ts'
import {roleText, statusWords} from '../content/membership-view.ts'
import type {MembershipRow} from '../content/query-rows.ts'
import {machineDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {ownText} from '../i18n/localized.ts'
import {organizationId} from './ids.ts'

/** Being a founding member is a fact of history: it stays true whoever has left since. */
const timeless = new Set(['founding-member'])

/**
 * Who takes part in a network, and as what. A role without an end reads as "today", so one that is only known "as of"
 * some year is left out; so is a former one whose end has no exact date, one whose role no source states or whose words
 * are in another language, and one without any source. What the page says of its status is the description.
 */
export function membershipRole(
  row: MembershipRow,
  siteUrl: string,
  locale: Locale,
  now = new Date(),
): OrganizationRole<Organization | Person, 'member'> | undefined {
  const {member, role, sources} = row
  const {since, until, status} = membershipState(row, now)
  const endDate = machineDate(until)
  const current = status === 'active' || (typeof role === 'string' && timeless.has(role))
  if (!member || !sources?.length || !(current || (status === 'former' && endDate))) return undefined
  const name = memberName(row, locale)?.text
  const roleName = ownText(roleText(row, locale))
  if (!name || !roleName) return undefined
  const startDate = machineDate(since)
  const description = statusWords(row, locale, now)
  return {
    '@type': 'OrganizationRole',
    roleName,
    ...(description && {description}),
    ...(startDate && {startDate}),
    ...(endDate && {endDate}),
    // The property is repeated inside the role: https://schema.org/Role
    member:
      member._type === 'person'
        ? {'@type': 'Person', name}
        : {'@type': 'Organization', '@id': organizationId(siteUrl, member._id), name},
  }
}
