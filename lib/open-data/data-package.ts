import {homeWebsite} from '../content/home-organization.ts'
import {dataPageText} from '../i18n/messages/data-page.ts'
import {dataPath} from '../routing/paths.ts'
import type {Column, Table} from './table.ts'
import {tables} from './tables.ts'

const field = ({name, description, type = 'string', format, isRequired}: Omit<Column<unknown>, 'value'>) => ({
  name,
  type,
  ...(format && {format}),
  description,
  ...(isRequired && {constraints: {required: true}}),
})

function resource({name, title, description, key, columns}: Table) {
  const foreignKeys = columns.flatMap(({name: column, refersTo}) =>
    refersTo ? [{fields: [column], reference: {resource: refersTo, fields: ['id']}}] : [],
  )
  return {
    name,
    type: 'table',
    path: `${name}.csv`,
    title: title.en,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columns.map(field),
      primaryKey: key,
      ...(foreignKeys.length > 0 && {foreignKeys}),
    },
  }
}

/**
 * The description of the CSV files as a Data Package (https://datapackage.org, version 2). No `licenses`,
 * because SIMI has stated none.
 */
export const dataPackage = (siteUrl: string) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'simi-networks',
  title: 'SIMI: networks and memberships',
  description:
    'The networks, committees and platforms that SIMI (Association for Integration and Migration, Czech Republic) belongs to or takes part in, with dates and sources. Dates are EDTF (ISO 8601-2). SIMI has not stated a licence: please ask before reuse.',
  homepage: siteUrl + dataPath('en'),
  keywords: dataPageText('en').keywords,
  contributors: [{title: 'Sdružení pro integraci a migraci', path: homeWebsite, roles: ['publisher']}],
  resources: tables.map(resource),
})
