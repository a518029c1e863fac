import type {Template} from 'sanity'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {type NetworkGroup, networkGroups} from './network-groups.ts'

/** Begins a membership from the network it is in; nearly always it is the organisation's own. */
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

/** Begins a network in the group it is added to. */
export const groupTemplates: Template[] = networkGroups.map((group) => ({
  id: groupTemplateId(group),
  title: group.title,
  schemaType: 'network',
  value: group.value,
}))
