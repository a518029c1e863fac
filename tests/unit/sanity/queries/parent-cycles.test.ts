import {describe, expect, test} from 'vitest'
import {networkView} from '#lib/content/network-view.ts'
import type {NetworkPageRow, NetworkRow} from '#lib/content/query-rows.ts'
import {bodyIdsOf, relatedViews} from '#lib/content/related-view.ts'
import {type Locale, locales} from '#lib/i18n/locales.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {RELATED_QUERY} from '#sanity/queries/related.ts'
import {RELATIONS_PAGE_QUERY} from '#sanity/queries/relations-page.ts'
import {csvFile} from '../../lib/open-data/data-files.ts'
import {runGroq, type SeedDocument} from '../seed/seed.ts'

const all = {start: 0, end: 100}
const to = (_ref: string) => ({_type: 'reference', _ref})
const body = (_id: string, parent?: string, _type = 'network'): SeedDocument => ({
  _id,
  _type,
  name: {cs: `Celek ${_id}`, en: `Body ${_id}`},
  slug: {cs: {current: `celek-${_id}`}, en: {current: `body-${_id}`}},
  ...(parent && {parent: to(parent)}),
})

const related = async (row: NetworkPageRow, locale: Locale, dataset: SeedDocument[]) => {
  const params = {id: row._id, bodyIds: bodyIdsOf(row), locale}
  return relatedViews(row, await runGroq(RELATED_QUERY, params, dataset), locale)
}

const cycles = [
  ['a network that is part of itself', [body('a', 'a')]],
  ['two networks that are part of each other', [body('a', 'b'), body('b', 'a')]],
  [
    'a network and an organisation that are part of each other',
    [body('a', 'b'), body('b', 'a', 'organization')],
  ],
] as const

describe.each(cycles)('%s', (_, documents) => {
  const dataset = [...documents, body('child', 'a'), body('top', undefined, 'organization')]

  test.each(locales)('is not shown with a parent on its page or in structured data (%s)', async (locale) => {
    const slug = {cs: 'celek-a', en: 'body-a'}[locale]
    const row: NetworkPageRow = await runGroq(NETWORK_PAGE_QUERY, {slug}, dataset)
    expect(networkView(row, locale).facts.map(({key}) => key)).not.toContain('parent')
    // Its own parts are still shown.
    expect((await related(row, locale, dataset)).map(({id}) => id)).toEqual(['child'])
    const graph = networkGraph(row, {siteUrl: 'https://site.test', locale, path: '/x', title: 'x'})
    expect(JSON.stringify(graph)).not.toContain('parentOrganization')
  })

  test('has no parent in data files and on the map, but its own parts are there', async () => {
    const rows: NetworkRow[] = await runGroq(OPEN_DATA_QUERY, all, dataset)
    const parents = popolo({networks: rows}, 'https://site.test').organizations.flatMap((each) =>
      'parent_id' in each && each.parent_id ? [`${each.id} in ${each.parent_id}`] : [],
    )
    expect(parents).toEqual(['child in a'])
    const csv = csvFile('networks.csv', rows)
    expect(csv.match(/Celek a,Body a/g)).toHaveLength(2)
    const {edges} = relationsView(
      await runGroq(RELATIONS_PAGE_QUERY, {ids: dataset.map(({_id}) => _id)}, dataset),
      'en',
    )
    expect(edges.map(({from, to: end}) => `${from} in ${end}`)).toEqual(['child in a'])
  })
})

test('a longer cycle is left out of data files and the map, which know all parents', async () => {
  const dataset = [body('a', 'b'), body('b', 'c'), body('c', 'd'), body('d', 'a'), body('child', 'a')]
  const rows: NetworkRow[] = await runGroq(OPEN_DATA_QUERY, all, dataset)
  const {organizations} = popolo({networks: rows}, 'https://site.test')
  expect(organizations.filter((each) => 'parent_id' in each).map(({id}) => id)).toEqual(['child'])
  const {edges} = relationsView(
    await runGroq(RELATIONS_PAGE_QUERY, {ids: dataset.map(({_id}) => _id)}, dataset),
    'en',
  )
  expect(edges.map(({from}) => from)).toEqual(['child'])
})

test('a membership that reports to its own network is not shown as reporting', async () => {
  const membership = {
    _id: 'm',
    _type: 'membership',
    network: to('a'),
    member: to('home'),
    onBehalfOf: to('home'),
    reportsTo: to('a'),
    role: 'member',
  }
  const dataset = [body('a'), body('home', undefined, 'organization'), membership]
  const {edges} = relationsView(
    await runGroq(RELATIONS_PAGE_QUERY, {ids: dataset.map(({_id}) => _id)}, dataset),
    'en',
  )
  expect(edges.map(({label}) => label.text)).toEqual(['member'])
  const row: NetworkPageRow = await runGroq(NETWORK_PAGE_QUERY, {slug: 'body-a'}, dataset)
  expect(networkView(row, 'en').memberships[0]?.facts.map(({key}) => key)).toEqual(['member', 'role'])
  expect(await related(row, 'en', dataset)).toEqual([])
})

test('a founding date in the future is not in open data or structured data', async () => {
  const source = {_type: 'reference', _ref: 's'}
  const events = [{_key: 'e', kind: 'founded', date: '2106', status: 'verified', source}]
  const dataset = [
    {...body('a'), events},
    {_id: 's', _type: 'source', title: 'Source', url: 'https://example.org'},
  ]
  const rows: NetworkRow[] = await runGroq(OPEN_DATA_QUERY, all, dataset)
  const now = new Date('2026-11-28T12:00:00Z')
  expect(JSON.stringify(popolo({networks: rows}, 'https://site.test', now))).not.toContain('2106')
  const page = {siteUrl: 'https://site.test', locale: 'en', path: '/x', title: 'x'} as const
  expect(JSON.stringify(networkGraph(rows[0] ?? {}, page, now))).not.toContain('2106')
  expect(JSON.stringify(networkGraph(rows[0] ?? {}, page, new Date('2107-01-01T00:00:00Z')))).toContain(
    '2106',
  )
})
