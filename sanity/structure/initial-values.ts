import type {Template} from 'sanity'
import {networkTemplateId} from '#lib/routing/studio-paths.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {checkedToday, newMembership} from '#sanity/schemas/new-documents.ts'
import {membershipTemplateId} from '#sanity/schemas/use-add-membership.ts'
import {networkGroups} from './network-groups.ts'

/** A membership in a given network. */
export const membershipTemplate: Template<{network: string}> = {
  id: membershipTemplateId,
  title: t('Členství v této síti', 'Membership in this network'),
  schemaType: 'membership',
  parameters: [{name: 'network', type: 'string'}],
  value: ({network}: {network: string}) => ({
    ...newMembership(),
    network: {_type: 'reference', _ref: network},
  }),
}

/** One template for each group: a network in that group. */
export const groupTemplates: Template[] = networkGroups.map((group) => ({
  id: networkTemplateId(group.id),
  title: group.title,
  schemaType: 'network',
  value: () => ({...group.value, ...checkedToday()}),
}))
