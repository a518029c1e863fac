import {expect, test} from 'vitest'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {serializeJsonLd} from '#lib/structured-data/serialize.ts'
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
