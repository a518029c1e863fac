import type {OrganizationRow} from '../content/home-view.ts'
import {networkLink} from '../content/network-link.ts'
import type {BodyRow, NetworkRow} from '../content/query-rows.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {bodyColumns, bodyId, localized} from './columns.ts'
import {pastEdtf, table} from './table.ts'

const page = (row: NetworkRow, locale: 'cs' | 'en', siteUrl: string) => {
  const path = networkLink(row, locale).paths[locale]
  return path && siteUrl + path
}

export const networksTable = table<NetworkRow>({
  name: 'networks',
  title: {cs: 'Sítě', en: 'Networks'},
  description: 'Networks, advisory bodies and partners that SIMI belongs to, takes part in or works with',
  key: ['id'],
  rows: ({networks}) => [...networks],
  idOf: ({_id}) => _id ?? '',
  columns: [
    {name: 'id', description: 'Stable id', isRequired: true, value: ({_id}) => parseString(_id)},
    ...localized<NetworkRow>('name', 'Name', ({name}, locale) => name?.[locale]),
    {
      name: 'group',
      description: 'czech-networks, european-networks or foreign-partners',
      value: (row) => networkLink(row, 'cs').group,
    },
    {name: 'body_type', description: 'What kind of body it is', value: ({bodyType}) => parseString(bodyType)},
    ...bodyColumns<NetworkRow>('parent', 'What it is a part of', ({parent}) => parent),
    ...bodyColumns<NetworkRow>('host', 'The body that runs its secretariat', ({host}) => host),
    ...localized<NetworkRow>('summary', 'What it is', ({summary}, locale) => summary?.[locale]),
    {
      name: 'text_as_of_edtf',
      description: 'The time for which the summary is known to be true (EDTF)',
      value: ({sourceText}, content) => pastEdtf(sourceText?.asOf, content),
    },
    {name: 'website', description: 'Its website', format: 'uri', value: ({website}) => safeUrl(website)},
    {
      name: 'page_cs',
      description: 'Its page on this site, in Czech',
      format: 'uri',
      value: (row, {siteUrl}) => page(row, 'cs', siteUrl),
    },
    {
      name: 'page_en',
      description: 'Its page on this site, in English',
      format: 'uri',
      value: (row, {siteUrl}) => page(row, 'en', siteUrl),
    },
    {
      name: 'last_checked',
      description: 'The day on which an editor last checked it. Empty: not checked yet',
      type: 'date',
      value: ({lastChecked}, content) => pastEdtf(lastChecked, content),
    },
  ],
})

type Organization = BodyRow & Pick<OrganizationRow, 'summary'>

/** Bodies without a page that the networks and memberships refer to, each once. SIMI is the first. */
function organizations(networks: readonly NetworkRow[], home: OrganizationRow | undefined): Organization[] {
  const referenced = networks.flatMap(({parent, host, memberships}) => [
    parent,
    host,
    ...mapValid(memberships, 'organizations', ({member, onBehalfOf, reportsTo}) => [
      member?._type === 'organization' ? member : undefined,
      onBehalfOf,
      reportsTo,
    ]).flat(),
  ])
  const known = referenced.filter((body) => body?._type === 'organization' && bodyId(body))
  const all = [...(home ? [home] : []), ...known] as Organization[]
  return all.filter(({_id}, index) => all.findIndex((other) => other._id === _id) === index)
}

export const organizationsTable = table<Organization>({
  name: 'organizations',
  title: {cs: 'Organizace', en: 'Organizations'},
  description: 'SIMI, and the bodies without a page that networks and memberships refer to',
  key: ['id'],
  rows: ({networks, home}) => organizations(networks, home),
  idOf: ({_id}) => _id ?? '',
  columns: [
    {name: 'id', description: 'Stable id', isRequired: true, value: ({_id}) => parseString(_id)},
    ...localized<Organization>('name', 'Name', ({name}, locale) => name?.[locale]),
    ...localized<Organization>(
      'summary',
      'What it is; of SIMI only',
      ({summary}, locale) => summary?.[locale],
    ),
    {
      name: 'website',
      description: 'Its website; of SIMI only',
      format: 'uri',
      value: ({website}) => safeUrl(website),
    },
  ],
})
