import type {Locale} from '../i18n/locales.ts'
import {joined, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {parseString} from '../parsing/parse.ts'
import {homeOrganizationId} from './home-organization.ts'
import type {MembershipRow} from './query-rows.ts'

/** A person's name is one string, a body's is in both languages. */
export function memberName({member}: MembershipRow, locale: Locale): Text | undefined {
  const name = member?.name
  if (member?._type !== 'person' && typeof name !== 'string') return pickText(name, locale)
  const text = parseString(name)
  return text === undefined ? undefined : {text}
}

/** Whether the member is the organisation whose site this is. */
export const isOurs = ({member}: MembershipRow): boolean => member?._id === homeOrganizationId

/** A member's name in lists and pictures: the site's own organisation has its short name there. */
export const shortMemberName = (row: MembershipRow, locale: Locale): Text | undefined =>
  isOurs(row) ? {text: messagesIn(locale).siteName} : memberName(row, locale)

/** A member in lists, with the words "for SIMI" if it acts on behalf of the site's own organisation. */
export function actsFor(row: MembershipRow, locale: Locale): Text | undefined {
  const name = memberName(row, locale)
  return name && row.onBehalfOf?._id === homeOrganizationId
    ? joined(name, `, ${messagesIn(locale).membership.forHome}`)
    : name
}
