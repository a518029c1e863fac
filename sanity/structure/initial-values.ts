import type {Template} from 'sanity'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {type NetworkGroup, networkGroups} from './network-groups.ts'

/** A membership in a given network. The member is SIMI, which is nearly always right. */
export const membershipTemplate: Template<{network: string}> = {
  id: 'membership-in-network',
  title: t('Členství v této síti', 'Membership in this network'),
  schemaType: 'membership',
  parameters: [{name: 'network', type: 'string'}],
  value: ({network}: {network: string}) => ({
    network: {_type: 'reference', _ref: network},
    member: {_type: 'reference', _ref: homeOrganizationId},
  }),
}

export const groupTemplateId = ({id}: NetworkGroup) => `network-in-${id}`

/** One template for each group: a network in that group. */
export const groupTemplates: Template[] = networkGroups.map((group) => ({
  id: groupTemplateId(group),
  title: group.title,
  schemaType: 'network',
  value: group.value,
}))
