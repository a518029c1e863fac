import {getPublishedId} from '@sanity/client/csm'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {memberName} from '#lib/content/member-name.ts'
import {roleText} from '#lib/content/membership-view.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'
import {datePhrase} from '#lib/dates/date-phrases.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {inStudioLanguage} from './preview-text.ts'

/** Selects the values of `MembershipPreview` for `membershipText`, as Sanity's previews do. */
export const membershipSelection = {
  network: 'network.name',
  memberId: 'member._id',
  memberType: 'member._type',
  // A person's name is a string. An organization's name is a localeString.
  memberName: 'member.name',
  memberGender: 'member.grammaticalGender',
  onBehalfOfId: 'onBehalfOf._id',
  onBehalfOf: 'onBehalfOf.name',
  role: 'role',
  roleStated: 'roleStated',
  roleLabel: 'roleLabel',
  since: 'since',
  until: 'until',
  status: 'status',
}

export type MembershipPreview = {
  network?: Localized
  memberId?: string
  memberType?: string
  memberName?: unknown
  memberGender?: string
  onBehalfOfId?: string
  onBehalfOf?: Localized
} & Pick<MembershipRow, 'role' | 'roleStated' | 'roleLabel' | 'since' | 'until' | 'status'>

const ended = t('skončilo, neví se kdy', 'has ended, date not known')

/** What the status adds to the dates: nothing when a date in the past already says it. */
function statusText({status, until}: MembershipPreview): string | undefined {
  if (status === 'active') return t('trvá', 'goes on')
  if (status === 'former') return until ? undefined : ended
  return t('neví se, zda trvá', 'not known if it goes on')
}

const isHome = (id: string | undefined) => id !== undefined && getPublishedId(id) === homeOrganizationId

/** In brackets, because a Czech preposition would need the name in another case. */
function memberText({memberId, memberType, memberName: name, onBehalfOfId, onBehalfOf}: MembershipPreview) {
  if (isHome(memberId)) return undefined
  const member = memberName({member: {_type: memberType, name}} as MembershipRow, studioLanguage)?.text
  const organization = isHome(onBehalfOfId) ? 'SIMI' : inStudioLanguage(onBehalfOf)
  return member && (organization ? `${member} (${organization})` : member)
}

/** A membership in lists: its network, then the role, the member unless it is SIMI, and the dates. */
export function membershipText(row: MembershipPreview): {title: string; subtitle: string} {
  const {network, memberType, memberGender, role, roleStated, roleLabel, since, until} = row
  const member = {_type: memberType, grammaticalGender: memberGender} as MembershipRow['member']
  return {
    title: inStudioLanguage(network) ?? t('Síť není vybraná', 'No network chosen'),
    subtitle: [
      roleText({role, roleStated, roleLabel, member}, studioLanguage)?.text,
      memberText(row),
      [
        since && datePhrase('since', since, studioLanguage),
        until && datePhrase('until', until, studioLanguage),
      ]
        .filter(Boolean)
        .join(' '),
      statusText(row),
    ]
      .filter(Boolean)
      .join(' · '),
  }
}
