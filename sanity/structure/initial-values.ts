import type {Template} from 'sanity'
import {t} from '#sanity/studio/language.ts'

/** Begins a membership from the network it is in. */
export const membershipTemplate: Template<{network: string}> = {
  id: 'membership-in-network',
  title: t('Členství v této síti', 'Membership in this network'),
  schemaType: 'membership',
  parameters: [{name: 'network', type: 'string'}],
  value: ({network}: {network: string}) => ({network: {_type: 'reference', _ref: network}}),
}
