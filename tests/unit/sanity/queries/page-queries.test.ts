import {describe, expect, test} from 'vitest'
import {sitemapEntries} from '#lib/content/address-view.ts'
import {sortByIds} from '#lib/content/catalogue.ts'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {homeView} from '#lib/content/home-view.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {networkView} from '#lib/content/network-view.ts'
import {applySelection, choicesIn} from '#lib/content/overview-choices.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import {type Group, groupOf, groups} from '#lib/routing/paths.ts'
import type {Selection} from '#lib/routing/route.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {OVERVIEW_CHOICES_QUERY, OVERVIEW_PAGE_QUERY} from '#sanity/queries/overview-page.ts'
import {runGroq, type SeedDocument, seed} from '../seed/seed.ts'
import {catalogue, groupPage, landingPage, type RunQuery} from './lists.ts'

/** The networks listed on a group's page, as their own pages query them. */
const group = async (name: Group): Promise<NetworkRow[]> => {
  const {rows} = await groupPage('cs', name)
  return Promise.all(rows.map(({slug}) => runGroq(NETWORK_PAGE_QUERY, {slug: slug?.cs?.current})))
}
const seeded = seed.filter(({_type}) => _type === 'network').map(({_id}) => _id)

test('every network is in exactly one group, the one in its path', async () => {
  const listed = await Promise.all(groups.map(group))
  expect(
    listed
      .flat()
      .map(({_id}) => _id)
      .toSorted(),
  ).toEqual(seeded.toSorted())
  for (const [index, rows] of listed.entries()) {
    expect(rows.map(groupOf)).toEqual(rows.map(() => groups[index]))
  }
})

test('the Czech networks are in the order set by editors', async () => {
  expect(
    (await group('czech-networks')).map((row) => networkView(row, 'en')).map(({slugs}) => slugs.en),
  ).toEqual([
    'consortium',
    'committee-for-the-rights-of-foreigners',
    'working-group-on-economic-migration',
    'regional-advisory-platform',
    'pro-bono-aliance',
  ])
})

test('every seeded network has a page in both languages, and no part of it is malformed', async () => {
  // A malformed part is logged, and fail-on-console-error fails the test.
  for (const rows of await Promise.all(groups.map(group))) {
    for (const locale of ['cs', 'en'] as const) {
      expect(rows.map((row) => networkView(row, locale))).toHaveLength(rows.length)
    }
  }
})

describe('the pages of the Czech networks', () => {
  const facts = {
    en: [
      'September 2000',
      'summer 2010',
      '11 organisations',
      'undated',
      'founding member',
      'revitalisation',
      'Magda Faltová',
      'Director, Association for Integration and Migration',
      'chairperson',
      '2015',
      'Government Council for Human Rights',
      'Resettlement and refugees resettlement',
      'permanent observer',
      'representatives of important corporations',
      'Ministry of Industry and Trade',
      'about 2012',
      '64 representatives',
      'representatives of municipal authorities',
      'Public Interest Lawyers Association (PILA)',
      'announced 31 August 2010',
      '2016 or 2017',
    ],
    cs: [
      'září 2000',
      'léto 2010',
      '11 organizací',
      'bez data',
      'zakládající člen',
      'při obnově',
      'Magda Faltová',
      'ředitelka, Sdružení pro integraci a migraci',
      'předsedkyně',
      'Rada vlády pro lidská práva',
      'stálý pozorovatel',
      'zástupci významných firem',
      'Ministerstvo průmyslu a obchodu',
      'kolem 2012',
      '64 zástupců',
      'zástupci orgánů samosprávy',
      'Public Interest Lawyers Association (PILA)',
      'oznámeno 31. srpna 2010',
      '2016 nebo 2017',
    ],
  }
  test.each(['en', 'cs'] as const)('has the facts of the source text (%s)', async (locale) => {
    const text = JSON.stringify(
      (await group('czech-networks')).map((row) => networkView(row, locale)),
    ).replaceAll('\u00a0', ' ')
    expect(facts[locale].filter((fact) => !text.includes(fact))).toEqual([])
  })

  test('shows no role in the platform, because the source states none', async () => {
    const networks = (await group('czech-networks')).map((row) => networkView(row, 'en'))
    const platform = networks.find(({slugs}) => slugs.en === 'regional-advisory-platform')
    expect(platform?.memberships[0]?.facts.map(({key}) => key)).toEqual([
      'member',
      'contribution',
      'status',
      'sources',
    ])
  })

  test('never says "currently" outside quotations', async () => {
    const views = (await group('czech-networks')).map((row) => networkView(row, 'en'))
    const texts = views.map(({body, summary, memberships}) => JSON.stringify({body, summary, memberships}))
    expect(texts.join('')).not.toMatch(/currently|last year|forthcoming/i)
  })
})

describe('a network’s page', () => {
  test('is found by the slug of either language', async () => {
    const [cs, en] = await Promise.all([
      runGroq(NETWORK_PAGE_QUERY, {slug: 'konsorcium'}),
      runGroq(NETWORK_PAGE_QUERY, {slug: 'consortium'}),
    ])
    expect(cs).toEqual(en)
    expect(networkView(en, 'en').paths).toEqual({
      cs: '/cs/nase-clenstvi/ceske-site/konsorcium',
      en: '/en/our-membership/czech-networks/consortium',
    })
  })

  test('is found by a former slug, unless another network has that slug now', async () => {
    const former =
      (id: string, ...slugs: string[]) =>
      (document: SeedDocument) =>
        document._id === id ? {...document, slug: {...(document.slug as object), former: slugs}} : document
    const documents = seed.map(former('network-consortium', 'the-old-one', 'picum'))
    const found = async (slug: string) => (await runGroq(NETWORK_PAGE_QUERY, {slug}, documents))?._id
    expect(await found('the-old-one')).toBe('network-consortium')
    expect(await found('picum')).toBe('network-picum')
  })

  test('is null for an unknown slug', async () => {
    expect(await runGroq(NETWORK_PAGE_QUERY, {slug: 'unknown'})).toBeNull()
  })

  test('lists former memberships after the others', async () => {
    const {memberships} = networkView(await runGroq(NETWORK_PAGE_QUERY, {slug: 'consortium'}), 'en')
    expect(memberships.map(({id}) => id)).toEqual([
      'membership-simi-consortium',
      'membership-simi-consortium-epim-2024',
    ])
  })

  test.each([
    ['is not public', false, undefined, false],
    ['has refused to be named', true, 'refused', false],
    ['agrees to be named', true, 'consent', true],
    ['was public before there were records of consent', true, undefined, true],
  ])(
    'the name of a representative who %s: marked as public %s, basis %s, queried %s',
    async (_who, isPublic, basis, isQueried) => {
      const person = {_id: 'person-made-up', _type: 'person', name: 'Jan Vymyšlený', nameConsent: {basis}}
      const documents = seed.map((document) =>
        document._id === 'membership-simi-consortium'
          ? {...document, representatives: [{_key: 'a', person: {_ref: person._id}, public: isPublic}]}
          : document,
      )
      const row = await runGroq(NETWORK_PAGE_QUERY, {slug: 'consortium'}, [...documents, person])
      expect(JSON.stringify(row).includes('Vymyšlený')).toBe(isQueried)
    },
  )
})

test('the landing page names every network', async () => {
  const {rows, all} = await landingPage('cs')
  const entries = landingView(rows, all, 'cs')
  expect(entries.flatMap(({networks}) => networks.map(({id}) => id)).toSorted()).toEqual(seeded.toSorted())
})

describe('lists with several pages', () => {
  const many: SeedDocument[] = Array.from({length: 25}, (_, index) => ({
    _id: `network-${index}`,
    _type: 'network',
    level: 'czech',
    relationKind: 'network',
    bodyType: index % 2 ? 'alliance' : 'umbrella',
    orderRank: String(index).padStart(3, '0'),
    name: {cs: `Síť ${index}`},
    slug: {cs: {current: `sit-${index}`}, ...(index > 0 && {en: {current: `network-${index}`}})},
  }))
  const memberships: SeedDocument[] = many.map(({_id}, index) => ({
    _id: `membership-${index}`,
    _type: 'membership',
    network: {_ref: _id},
    status: index < 5 ? 'former' : 'unknown',
  }))
  const dataset = [...many, ...memberships]
  const queryMany: RunQuery = (query, params) => runGroq(query, params, dataset)

  test('have each network once, in the order set by editors, and the total', async () => {
    const page = (number: number) => groupPage('cs', 'czech-networks', number, queryMany)
    const pages: {rows: NetworkRow[]; total: number}[] = await Promise.all([
      page(1),
      page(2),
      page(3),
      page(4),
    ])
    expect(pages.flatMap(({rows}) => rows.map(({_id}) => _id))).toEqual(many.map(({_id}) => _id))
    expect(pages.map(({total}) => total)).toEqual([25, 25, 25, 25])
  })

  test('the overview lists the selected memberships of networks with a page in the language', async () => {
    const networks = await catalogue('en', undefined, queryMany)
    const all = choicesIn(networks, await queryMany(OVERVIEW_CHOICES_QUERY, {start: 0, end: 100}))
    expect(all).toHaveLength(24)
    const choose = async (selection: Selection) => {
      const ids = entriesOf('overview', 1, applySelection(all, selection)).map(({id}) => id)
      const rows: SeedDocument[] = sortByIds(ids, await queryMany(OVERVIEW_PAGE_QUERY, {ids}))
      return rows.map(({_id}) => _id)
    }
    expect(await choose({})).toHaveLength(24)
    expect(await choose({group: 'czech-networks', kind: 'alliance', status: 'former'})).toEqual([
      'membership-1',
      'membership-3',
    ])
    expect(await choose({group: 'foreign-partners'})).toEqual([])
  })
})

test('the home page shows SIMI’s name and facts', async () => {
  const {name, facts} = homeView(await runGroq(HOME_PAGE_QUERY, {id: homeOrganizationId}), 'en')
  expect(name?.text).toBe('Association for Integration and Migration')
  expect(facts.map(({key}) => key)).toEqual(['names', 'events', 'website', 'identifiers'])
})

test('the sitemap dates a network by its memberships too', async () => {
  const documents: SeedDocument[] = [
    {
      _id: 'network-a',
      _type: 'network',
      name: {en: 'A'},
      slug: {en: {current: 'a'}},
      _updatedAt: '2026-01-01T00:00:00Z',
    },
    {
      _id: 'membership-a',
      _type: 'membership',
      network: {_ref: 'network-a'},
      _updatedAt: '2026-03-01T00:00:00Z',
    },
  ]
  expect(sitemapEntries(await runGroq(ADDRESSES_QUERY, {start: 0, end: 10}, documents)).at(-1)).toEqual({
    alternates: {en: '/en/our-membership/european-networks/a'},
    changed: '2026-03-01T00:00:00Z',
  })
})
