import {expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {dataGraph} from '#lib/structured-data/data-graph.ts'
import {homeGraph, listGraph, networkGraph} from '#lib/structured-data/graph.ts'
import {serializeJsonLd} from '#lib/structured-data/serialize.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {runGroq} from '../../sanity/seed/seed.ts'

const location = {siteUrl: 'https://site.test', locale: 'en', path: '/en/x', title: 'X'} as const

async function nodeOf(slug: string) {
  const row: NetworkRow = await runGroq(NETWORK_PAGE_QUERY, {slug})
  return JSON.parse(serializeJsonLd(networkGraph(row, location)))['@graph'][1]
}

test('the Consortium has the type Consortium, a founding member, and a past project with both dates', async () => {
  const node = await nodeOf('consortium')
  expect(node['@type']).toBe('Consortium')
  const roles = node.member.map(({roleName, startDate, endDate}: Record<string, string>) => [
    roleName,
    startDate,
    endDate,
  ])
  expect(roles).toEqual([
    ['founding member', undefined, undefined],
    ['project partner (EPIM grant)', '2024-04-01', '2024-09-30'],
  ])
})

test('the founding date is left out when sources contradict each other', async () => {
  expect(await nodeOf('consortium')).not.toHaveProperty('foundingDate')
})

test('a membership that was last confirmed years ago is left out', async () => {
  const node = await nodeOf('committee-for-the-rights-of-foreigners')
  expect(node['@type']).toBe('GovernmentOrganization')
  expect(node.parentOrganization.name).toBe('Government Council for Human Rights')
  expect(node).not.toHaveProperty('member')
})

test('content can’t close the script element', () => {
  const graph = networkGraph({_id: 'network-a', name: {en: '</script><script>alert(1)'}}, location)
  expect(serializeJsonLd(graph)).not.toContain('<')
  expect(JSON.parse(serializeJsonLd(graph))['@graph'][1].name).toBe('</script><script>alert(1)')
})

test('a malformed network leaves the breadcrumbs in the graph', () => {
  const log = console.error
  console.error = () => undefined
  const {'@graph': nodes} = networkGraph({_id: 'network-a'}, location)
  console.error = log
  expect(nodes).toHaveLength(1)
})

test('the site has an id for each language, and SIMI links to its entry in the EU register', async () => {
  const row = await runGroq(HOME_PAGE_QUERY, {id: homeOrganizationId})
  for (const locale of ['cs', 'en'] as const) {
    const {'@graph': nodes} = JSON.parse(JSON.stringify(homeGraph(row, {...location, locale})))
    expect(nodes[0]['@id']).toBe(`https://site.test/${locale}#website`)
    expect(nodes[1].sameAs).toEqual([expect.stringContaining('id=890394446311-73')])
    // Sources give different years.
    expect(nodes[1]).not.toHaveProperty('foundingDate')
    const [, list] = JSON.parse(JSON.stringify(listGraph([], {...location, locale})))['@graph']
    expect(list.isPartOf).toEqual({'@id': nodes[0]['@id']})
  }
})

test('the data set has what Google’s Dataset needs: name, description of 50 to 5000 characters, and its files', () => {
  for (const locale of ['cs', 'en'] as const) {
    const [, dataset] = JSON.parse(
      JSON.stringify(
        dataGraph({...location, locale, description: siteTexts(null, locale).data.lead}, '2026-01-01'),
      ),
    )['@graph']
    expect(dataset).toMatchObject({'@type': 'Dataset', inLanguage: ['cs', 'en'], dateModified: '2026-01-01'})
    expect(dataset.keywords.length).toBeGreaterThan(0)
    expect(dataset.description.length).toBeGreaterThanOrEqual(50)
    const files = dataset.distribution.map(({contentUrl}: {contentUrl: string}) => contentUrl)
    expect(files).toContain('https://site.test/data/events.csv')
    expect(files).toContain(`https://site.test/${locale}/feed.xml`)
    expect(dataset).not.toHaveProperty('license')
  }
})
