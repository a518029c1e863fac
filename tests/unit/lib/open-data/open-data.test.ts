import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import type {OrganizationRow} from '#lib/content/home-view.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {popoloDate} from '#lib/open-data/popolo-date.ts'
import {popoloSchema} from '#lib/open-data/popolo-schema.ts'
import {tableFiles} from '#lib/open-data/tables.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {runGroq, seed} from '../../sanity/seed/seed.ts'
import {csvFile, siteUrl} from './data-files.ts'

const validate = addFormats.default(new Ajv2020({allErrors: true})).compile(popoloSchema)
const everything = {start: 0, end: 1_000}
const rows: NetworkRow[] = await runGroq(OPEN_DATA_QUERY, everything)
const home: OrganizationRow = await runGroq(HOME_PAGE_QUERY, {id: homeOrganizationId})

test('the export of the seed is valid against its schema, and every reference resolves', () => {
  const data = popolo({networks: rows, home}, siteUrl)
  expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
  const ids = new Set([...data.organizations, ...data.persons].map(({id}) => id))
  for (const {organization_id, member_id, person_id, on_behalf_of_id} of data.memberships as Record<
    string,
    unknown
  >[]) {
    for (const id of [organization_id, member_id ?? person_id, on_behalf_of_id]) {
      if (id !== undefined) expect(ids).toContain(id)
    }
  }
  expect(data.memberships).toHaveLength(seed.filter(({_type}) => _type === 'membership').length)
  expect(data.meta.license).toBe('not stated')
})

test('the schema refuses a season in place of a month', () => {
  const data = popolo({networks: rows}, siteUrl)
  Object.assign(data.memberships[0] ?? {}, {start_date: '2010-22'})
  expect(validate(data)).toBe(false)
})

test.each([
  ['2000-09', {date: '2000-09'}],
  ['2010-22', {date: '2010', note: 'EDTF 2010-22'}],
  ['2024-39', {date: '2024', note: 'EDTF 2024-39'}],
  ['199X', {note: 'EDTF 199X'}],
  ['[..2009]', {note: 'EDTF [..2009]'}],
  ['2015/', {note: 'EDTF 2015/'}],
  ['2016?', {note: 'EDTF 2016?'}],
  ['soon', {}],
])('%s is exported as a Popolo date, with a note if needed', (edtf, expected) => {
  expect(popoloDate(edtf)).toEqual(expected)
})

test('no representative is exported, with or without consent', async () => {
  const person = {_id: 'person-w', _type: 'person', name: 'Withdrawn Example'}
  const membership = seed.find(({_id}) => _id === 'membership-simi-consortium')
  const representatives = [{_key: 'r', person: {_type: 'reference', _ref: person._id}, public: false}]
  const documents = [
    ...seed.filter((document) => document !== membership),
    person,
    {...membership, representatives},
  ]
  const exported: NetworkRow[] = await runGroq(OPEN_DATA_QUERY, everything, documents as typeof seed)
  const files = [
    JSON.stringify(popolo({networks: exported}, siteUrl)),
    ...tableFiles.map((file) => csvFile(file, exported)),
  ]
  for (const file of files) expect(file).not.toContain(person.name)
})

test('SIMI is in Popolo with its names, its number and its website, and each name and source is there once', () => {
  const {organizations} = popolo({networks: rows, home}, siteUrl)
  const own = organizations.find(({id}) => id === homeOrganizationId)
  expect(own).toMatchObject({
    name: 'Sdružení pro integraci a migraci',
    identifiers: [{scheme: 'eu-transparency-register', identifier: '890394446311-73'}],
    links: [{url: 'https://migrace.com/', note: 'website'}],
  })
  const detailed: {id: string; other_names?: object[]; sources?: object[]}[] = organizations
  for (const each of detailed) {
    for (const list of [each.other_names, each.sources].map((items) => items ?? [])) {
      expect(new Set(list.map((item) => JSON.stringify(item))).size, each.id).toBe(list.length)
    }
  }
  expect(organizations.filter(({id}) => id === homeOrganizationId)).toHaveLength(1)
})
