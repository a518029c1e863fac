import {memberName} from '../content/member-name.ts'
import {membershipState, statedAt} from '../content/membership-state.ts'
import {roleText} from '../content/membership-view.ts'
import type {MembershipRow, NetworkRow} from '../content/query-rows.ts'
import {ownText} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {bodyColumns, localized} from './columns.ts'
import {type Content, table} from './table.ts'

type Row = {network: NetworkRow; membership: MembershipRow}

const memberships = ({networks}: Content): Row[] =>
  networks.flatMap((network) =>
    mapValid(network.memberships, network._id ?? '', (membership) =>
      membership ? {network, membership} : undefined,
    ),
  )
const idOf = ({membership}: Row) => membership._id ?? ''

/** A column is in one language. A value that exists only in the other language is left out. */
export const membershipsTable = table<Row>({
  name: 'memberships',
  title: {cs: 'Členství', en: 'Memberships'},
  description: 'What part SIMI, or a person for SIMI, has in a network. Ended ones are included',
  key: ['id'],
  rows: memberships,
  idOf,
  columns: [
    {
      name: 'id',
      description: 'Stable id',
      isRequired: true,
      value: ({membership}) => parseString(membership._id),
    },
    {
      name: 'network_id',
      description: 'The network',
      isRequired: true,
      refersTo: 'networks',
      value: ({network}) => parseString(network._id),
    },
    ...localized<Row>('network', 'The name of the network', ({network}, locale) => network.name?.[locale]),
    {
      name: 'member_id',
      description:
        'The organisation or person that has the membership; of an organisation, its id in organizations',
      isRequired: true,
      value: ({membership}) => requireString(membership.member?._id, 'the member'),
    },
    {
      name: 'member_type',
      description: 'organization or person',
      value: ({membership}) => parseString(membership.member?._type),
    },
    ...localized<Row>('member', 'The name of the member', ({membership}, locale) =>
      ownText(memberName(membership, locale)),
    ),
    ...bodyColumns<Row>(
      'on_behalf_of',
      'The organisation for which a person is a member',
      ({membership}) => membership.onBehalfOf,
    ),
    {
      name: 'role',
      description: 'The role. Empty: no source states one',
      value: ({membership}) => (membership.roleStated === false ? undefined : parseString(membership.role)),
    },
    ...localized<Row>('role', 'The role in words', ({membership}, locale) =>
      ownText(roleText(membership, locale)),
    ),
    {
      name: 'since_edtf',
      description: 'The beginning (EDTF). Empty: not known',
      value: ({membership}, {now}) => membershipState(membership, now).since,
    },
    {
      name: 'until_edtf',
      description: 'The end (EDTF). Empty: none or not known, see status',
      value: ({membership}, {now}) => membershipState(membership, now).until,
    },
    {
      name: 'status',
      description: 'active, former, or unknown: not confirmed that it goes on',
      isRequired: true,
      value: ({membership}, {now}) => membershipState(membership, now).status,
    },
    {
      name: 'as_of_edtf',
      description: 'The time for which the status is known (EDTF)',
      value: ({membership}, {now}) => statedAt(membership, now),
    },
    ...localized<Row>(
      'contribution',
      'What the member does there, as of the same time',
      ({membership}, locale) => membership.contribution?.[locale],
    ),
    ...bodyColumns<Row>(
      'reports_to',
      'The body that the member informs',
      ({membership}) => membership.reportsTo,
    ),
  ],
})

export const membershipSourcesTable = table<Row & {source: string}>({
  name: 'membership_sources',
  title: {cs: 'Zdroje členství', en: 'Sources of memberships'},
  description: 'Which sources state a membership',
  key: ['membership_id', 'source_id'],
  rows: (content) =>
    memberships(content).flatMap((row) => {
      const ids = mapValid(row.membership.sources, idOf(row), (source) => parseString(source._id))
      return [...new Set(ids)].map((source) => ({...row, source}))
    }),
  idOf,
  columns: [
    {
      name: 'membership_id',
      description: 'The membership',
      isRequired: true,
      refersTo: 'memberships',
      value: ({membership}) => parseString(membership._id),
    },
    {
      name: 'source_id',
      description: 'The source',
      isRequired: true,
      refersTo: 'sources',
      value: ({source}) => source,
    },
  ],
})
