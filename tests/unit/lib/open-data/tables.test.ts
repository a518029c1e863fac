import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {Ajv} from 'ajv'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import type {OrganizationRow} from '#lib/content/home-view.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {dataPackage} from '#lib/open-data/data-package.ts'
import {tables} from '#lib/open-data/tables.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {runGroq, seed} from '../../sanity/seed/seed.ts'
import {csvFile, rowsOf, siteUrl} from './data-files.ts'

const networks: NetworkRow[] = await runGroq(OPEN_DATA_QUERY, {start: 0, end: 1_000})
const home: OrganizationRow = await runGroq(HOME_PAGE_QUERY, {id: homeOrganizationId})
const rows = (name: string) => rowsOf(csvFile(`${name}.csv`, networks, home))

/** The profile as published (frictionlessdata/datapackage, public/profiles/2.0, Unlicense). */
const profile = JSON.parse(
  gunzipSync(readFileSync(new URL('datapackage-2.0.json.gz', import.meta.url))).toString(),
)

test('the description of the tables is valid against the published profile of Data Package 2.0', () => {
  const ajv = addFormats.default(new Ajv({strict: false, allErrors: true}))
  // A hint of the profile for editors, not a format of JSON Schema.
  const validate = ajv.addFormat('textarea', true).compile(profile)
  expect(validate(dataPackage(siteUrl)), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({...dataPackage(siteUrl), resources: [{name: 'a'}]})).toBe(false)
})

describe.each(dataPackage(siteUrl).resources)('$path is as its description says', ({name, schema}) => {
  const found = rows(name)

  test('it has rows (the seed has no documents), the described columns, and no other', () => {
    const [header] = csvFile(`${name}.csv`, networks, home).split('\r\n')
    expect(header).toBe(schema.fields.map((field) => field.name).join(','))
    expect(found.length > 0).toBe(name !== 'documents')
  })

  test('each cell has the described type, and required cells are filled in', () => {
    const forms: Record<string, RegExp> = {
      string: /./s,
      integer: /^\d+$/,
      boolean: /^(true|false)$/,
      date: /^\d{4}-\d\d-\d\d$/,
    }
    for (const {name: column, type, format, constraints} of schema.fields) {
      for (const row of found) {
        const cell = row[column] ?? ''
        if (constraints?.required) expect(cell, column).not.toBe('')
        if (cell) expect(cell, column).toMatch(forms[type] ?? /never/)
        if (cell && format === 'uri') expect(URL.canParse(cell), cell).toBe(true)
      }
    }
  })

  test('no two rows have the same key, and every reference leads to a row', () => {
    const keys = found.map((row) => schema.primaryKey.map((column) => row[column]).join())
    expect(new Set(keys).size).toBe(keys.length)
    for (const {fields, reference} of schema.foreignKeys ?? []) {
      const known = new Set(rows(reference.resource).map(({id}) => id))
      for (const row of found) {
        const id = row[fields[0] ?? '']
        if (id) expect(known).toContain(id)
      }
    }
  })
})

test('bodies and members that a row names are in the data', () => {
  const bodies = new Set([...rows('networks'), ...rows('organizations')].map(({id}) => id))
  const named = [
    ...rows('networks').flatMap(({parent_id, host_id}) => [parent_id, host_id]),
    ...rows('memberships').flatMap(({member_id, member_type, on_behalf_of_id, reports_to_id}) => [
      ...(member_type === 'organization' ? [member_id] : []),
      on_behalf_of_id,
      reports_to_id,
    ]),
    ...['names', 'events', 'counts', 'topics', 'identifiers', 'corrections'].flatMap((name) =>
      rows(name).map(({body_id}) => body_id),
    ),
  ]
  for (const id of named.filter(Boolean)) expect(bodies).toContain(id)
})

test('everything that the seed says about bodies is in a table', () => {
  const items = (field: string) =>
    seed.flatMap((document) => {
      const isShown = document._type === 'network' || document._id === homeOrganizationId
      return isShown && Array.isArray(document[field]) ? document[field] : []
    }).length
  for (const [name, field] of [
    ['names', 'names'],
    ['events', 'events'],
    ['counts', 'counts'],
    ['topics', 'topics'],
    ['identifiers', 'identifiers'],
    ['corrections', 'corrections'],
    ['composition', 'composition'],
    ['links', 'otherLinks'],
  ] as const)
    expect(rows(name).length, name).toBe(items(field))
})

test('the plain file is for programs, the other opens in columns in a Czech Excel', () => {
  const row: NetworkRow = {
    _id: 'network-a',
    name: {cs: '=HYPERLINK("x"), "y"', en: '+1; 2'},
    slug: {cs: {current: 'a'}},
    level: 'czech',
  }
  const plain = csvFile('networks.csv', [row])
  expect(plain.startsWith('id,name_cs,name_en,')).toBe(true)
  expect(plain).toContain(`network-a,"'=HYPERLINK(""x""), ""y""",'+1; 2,`)
  const excel = csvFile('networks.excel.csv', [row])
  expect(excel.startsWith('\uFEFFid;name_cs;name_en;')).toBe(true)
  expect(excel).toContain(`network-a;"'=HYPERLINK(""x""), ""y""";"'+1; 2";`)
})

test('a malformed item is left out of its table, and the rest stays', () => {
  const log = console.error
  console.error = () => undefined
  const row = {
    _id: 'network-a',
    name: {cs: 'A'},
    slug: {cs: {current: 'a'}},
    events: [{_key: 'a', date: 'soon'}, null, 5, {_key: 'b', date: '2010', kind: 'founded'}],
    counts: 'eleven',
    topics: [{text: {cs: 'Bez klíče'}}, {_key: 'c', text: {cs: 'Azyl'}}],
    memberships: [null, {_id: 'm', status: 'active'}],
  } as unknown as NetworkRow
  const found = Object.fromEntries(
    tables.map(({name}) => [name, rowsOf(csvFile(`${name}.csv`, [row])).map(({id}) => id)]),
  )
  console.error = log
  expect(found).toMatchObject({networks: ['network-a'], counts: [], memberships: []})
  expect(found.events).toEqual(['network-a#b'])
  expect(found.topics).toEqual(['network-a#c'])
})
