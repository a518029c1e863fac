import type {Organization, OrganizationRole, Person} from 'schema-dts'
import {memberName} from '../content/member-name.ts'
import {membershipState} from '../content/membership-state.ts'
import {roleText, statusWords} from '../content/membership-view.ts'
import type {MembershipRow} from '../content/query-rows.ts'
import {machineDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {ownText} from '../i18n/localized.ts'
import {organizationId} from './ids.ts'

/** A founding member stays one after leaving. */
const timelessRoles = new Set(['founding-member'])

/**
 * A membership as a schema.org role. A role without an end date reads as current, so a membership that is not
 * confirmed as active is left out. Also left out: former ones without an exact end date, roles that no source
 * states or whose text is in another language, and memberships without a source. `description` has the status
 * as on the page.
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
  const current = status === 'active' || (typeof role === 'string' && timelessRoles.has(role))
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
