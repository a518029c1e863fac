import {beforeAll, describe, expect, test} from 'vitest'
import {newestChange, sitemapEntries} from '#lib/content/address-view.ts'
import {landingView, networkEntries} from '#lib/content/landing-view.ts'
import {networkView} from '#lib/content/network-view.ts'
import {choicesIn} from '#lib/content/overview-choices.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {changesFeed} from '#lib/open-data/feed.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {entriesOf, pageCount} from '#lib/routing/page-numbers.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {CATALOGUE_VERSION_QUERY} from '#sanity/queries/catalogue.ts'
import {CHANGES_QUERY} from '#sanity/queries/changes.ts'
import {networkFragment} from '#sanity/queries/fragments.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {OVERVIEW_CHOICES_QUERY, OVERVIEW_PAGE_QUERY} from '#sanity/queries/overview-page.ts'
import {csvFile} from '../../../unit/lib/open-data/data-files.ts'
import {
  catalogue,
  groupPage,
  landingPage,
  type RunQuery,
  viewPage,
} from '../../../unit/sanity/queries/lists.ts'

const lake = lakeForTests()
const runQuery: RunQuery = (query, params = {}) => lake.visitor.fetch(query, params)
const everything = {start: 0, end: 1_000}
const siteUrl = 'https://site.test'

const to = (_ref: string) => ({_type: 'reference', _ref})

type Network = {name: string; locales: Locale[]; rank?: string; more?: object}

/** Networks of the European group, each with a membership of the same name. */
async function publish(networks: Network[]) {
  const old: string[] = await lake.client.fetch('*[!string::startsWith(_type, "system.")]._id')
  const transaction = lake.client.transaction()
  for (const id of old) transaction.delete(id)
  transaction.create({_id: 'organization-simi', _type: 'organization', name: {cs: 'SIMI', en: 'SIMI'}})
  for (const [index, {name, locales, rank, more}] of networks.entries()) {
    const id = `network-${String(index).padStart(3, '0')}`
    const slug = Object.fromEntries(locales.map((locale) => [locale, {current: `${locale}-${index}`}]))
    transaction.create({
      _id: id,
      _type: 'network',
      level: 'european',
      relationKind: 'network',
      name: {cs: name, en: name},
      slug,
      ...(rank && {orderRank: rank}),
      ...more,
    })
    transaction.create({
      _id: `membership-${index}`,
      _type: 'membership',
      network: to(id),
      member: to('organization-simi'),
      status: 'unknown',
    })
  }
  await transaction.commit({visibility: 'async'})
}

describe.each<Locale>(['cs', 'en'])('when thirteen networks exist only in %s and come first', (only) => {
  const other = otherLocale(only)
  const both = ['One in both', 'Two in both']
  beforeAll(() =>
    publish([
      ...Array.from(
        {length: 13},
        (_, index): Network => ({
          name: `Only ${index}`,
          locales: [only],
          rank: `0|${String(index).padStart(4, '0')}`,
        }),
      ),
      ...both.map((name): Network => ({name, locales: ['cs', 'en'], rank: `1|${name}`})),
    ]),
  )

  test('the group page in the other language lists its own networks, on one page', async () => {
    const {rows, total} = await groupPage(other, 'european-networks', 1, runQuery)
    expect(networkEntries(rows, other).map(({name}) => name.text)).toEqual(both)
    expect(total).toBe(2)
    expect(pageCount('group', total)).toBe(1)
  })

  test('the group page in that language lists all of them, on two pages', async () => {
    const pages = [1, 2, 3].map((page) => groupPage(only, 'european-networks', page, runQuery))
    const lists = (await Promise.all(pages)).map(({rows}) => networkEntries(rows, only))
    expect(lists.map(({length}) => length)).toEqual([10, 5, 0])
  })

  test('the landing page names and counts the networks of its language', async () => {
    const {rows, all} = await landingPage(other, runQuery)
    const european = landingView(rows, all, other)[1]
    expect(european?.networks.map(({name}) => name.text)).toEqual(both)
    expect(european?.total).toBe(2)
    const own = await landingPage(only, runQuery)
    expect(landingView(own.rows, own.all, only)[1]).toMatchObject({total: 15, networks: {length: 12}})
  })

  test('timeline, relations and overview list and count the networks of their language', async () => {
    const timeline = await viewPage('timeline', other, 1, runQuery)
    expect(timeline.total).toBe(2)
    expect(timelineView(timeline.rows, other, new Date()).undated.map(({name}) => name.text)).toEqual(both)
    const relations = await viewPage('relations', other, 1, runQuery)
    expect(relations.total).toBe(2)
    const named = relationsView(relations.rows, other).nodes.filter(({kind}) => kind === 'network')
    expect(named.map(({name}) => name.text)).toEqual(both)
    const networks = await catalogue(other, undefined, runQuery)
    const choices = choicesIn(networks, await runQuery(OVERVIEW_CHOICES_QUERY, everything))
    expect(choices).toHaveLength(2)
    const ids = entriesOf('overview', 1, choices).map(({id}) => id)
    expect(overviewLines(await runQuery(OVERVIEW_PAGE_QUERY, {ids}), other)).toHaveLength(2)
  })

  test('sitemap and feed have one entry for each page of the language', async () => {
    const entries = sitemapEntries(await runQuery(ADDRESSES_QUERY, everything))
    const pages = entries.map(({alternates}) => alternates[other]).filter((path) => /\d$/.test(path ?? ''))
    expect(pages).toHaveLength(2)
    const feed = changesFeed(
      {networks: await runQuery(CHANGES_QUERY, everything), records: []},
      {siteUrl, locale: other, site: siteTexts(null, other).site},
    )
    expect(feed.match(/<entry>/g)).toHaveLength(2)
  })
})

describe('networks without an order set by editors', () => {
  const names = ['Zelená', 'Šestá', 'Chata', 'Čtvrtá', 'Hora', 'Cyklo', 'Ihned', 'Ara', 'Ústí']
  const sorted = {
    cs: ['Ara', 'Cyklo', 'Čtvrtá', 'Hora', 'Chata', 'Ihned', 'Šestá', 'Ústí', 'Zelená'],
    en: ['Ara', 'Chata', 'Čtvrtá', 'Cyklo', 'Hora', 'Ihned', 'Šestá', 'Ústí', 'Zelená'],
  }
  beforeAll(() =>
    publish([
      ...names.map((name): Network => ({name, locales: ['cs', 'en']})),
      {name: 'Žádná', locales: ['cs', 'en'], rank: '0|b'},
      {name: 'Řada', locales: ['cs', 'en'], rank: '0|c'},
    ]),
  )

  test.each<Locale>(['cs', 'en'])(
    'are sorted by name in the language (%s), after networks with an order',
    async (locale) => {
      const expected = ['Žádná', 'Řada', ...sorted[locale]]
      const nameOf = ({name}: {name: string | {text: string}}) =>
        typeof name === 'string' ? name : name.text
      const first = await groupPage(locale, 'european-networks', 1, runQuery)
      const second = await groupPage(locale, 'european-networks', 2, runQuery)
      const listed = [...networkEntries(first.rows, locale), ...networkEntries(second.rows, locale)]
      expect(listed.map(nameOf)).toEqual(expected)
      const landing = await landingPage(locale, runQuery)
      expect(landingView(landing.rows, landing.all, locale)[1]?.networks.map(nameOf)).toEqual(expected)
      const {rows} = await viewPage('timeline', locale, 1, runQuery)
      expect(timelineView(rows, locale, new Date()).undated.map(nameOf)).toEqual(expected)
      const relations = await viewPage('relations', locale, 1, runQuery)
      const nodes = relationsView(relations.rows, locale).nodes.filter(({kind}) => kind === 'network')
      expect(nodes.map(nameOf)).toEqual(expected)
      const choices = choicesIn(
        await catalogue(locale, undefined, runQuery),
        await runQuery(OVERVIEW_CHOICES_QUERY, everything),
      )
      const ids = choices.map(({id}) => id)
      const lines = overviewLines(await runQuery(OVERVIEW_PAGE_QUERY, {ids}), locale)
      const byId = new Map(lines.map((line) => [line.id, line]))
      expect(ids.map((id) => byId.get(id)?.network.name.text)).toEqual(expected)
    },
  )

  test('stay in the order of ids in data files, even when a network is renamed or moved', async () => {
    const idsOf = async () => {
      const csv = csvFile('networks.csv', await runQuery(OPEN_DATA_QUERY, everything))
      return [...csv.matchAll(/^(network-\d+),/gm)].map(([, id]) => id)
    }
    const before = await idsOf()
    expect(before).toEqual(before.toSorted())
    await lake.client.patch('network-000').set({'name.cs': 'Alfa', orderRank: '0|a'}).commit()
    expect(await idsOf()).toEqual(before)
  })
})

test('the catalogue version changes with each change of a network, and with no other change', async () => {
  await publish([{name: 'One', locales: ['cs']}])
  const version = async () => JSON.stringify(await runQuery(CATALOGUE_VERSION_QUERY))
  const versions = [await version()]
  await lake.client.patch('organization-simi').set({'name.en': 'SIMI again'}).commit()
  expect(await version()).toBe(versions[0])
  for (const makeChange of [
    () =>
      lake.client
        .patch('network-000')
        .set({'slug.en': {current: 'one'}})
        .commit(),
    () => lake.client.create({_id: 'network-two', _type: 'network', name: {cs: 'Two'}}),
    () => lake.client.delete('network-two'),
  ]) {
    await makeChange()
    versions.push(await version())
  }
  for (const [index, each] of versions.slice(1).entries()) expect(each).not.toBe(versions[index])
})

describe('a network without a slug in any language', () => {
  const hidden = 'network-000'
  beforeAll(() =>
    publish([
      {name: 'Hidden name', locales: []},
      {name: 'Its child', locales: ['cs', 'en'], more: {parent: to(hidden)}},
    ]),
  )

  test('is in no list and no data file, and does not date the site', async () => {
    const openData = await runQuery(OPEN_DATA_QUERY, everything)
    const data = popolo({networks: openData}, siteUrl)
    expect(data.organizations.map(({id}) => id)).toEqual(['network-001', 'organization-simi'])
    expect(data.organizations[0]).not.toHaveProperty('parent_id')
    expect(data.memberships.map(({organization_id}) => organization_id)).toEqual(['network-001'])
    expect(csvFile('memberships.csv', openData)).not.toContain(hidden)
    expect(csvFile('networks.csv', openData)).not.toMatch(new RegExp(`^${hidden}`, 'm'))
    for (const locale of ['cs', 'en'] as const) {
      expect(await catalogue(locale, undefined, runQuery)).toHaveLength(1)
      expect(
        changesFeed(
          {networks: await runQuery(CHANGES_QUERY, everything), records: []},
          {siteUrl, locale, site: siteTexts(null, locale).site},
        ),
      ).not.toContain(hidden)
    }
    const before = newestChange(await runQuery(ADDRESSES_QUERY, everything))
    await lake.client.patch(hidden).set({website: 'https://hidden.test'}).commit()
    const rows = await runQuery(ADDRESSES_QUERY, everything)
    // The patch changes the page of the child, which names it. Only that page changes the newest date.
    expect(newestChange(rows.filter(({_id}: {_id: string}) => _id === hidden))).toBeUndefined()
    expect(String(newestChange(rows)) > String(before)).toBe(true)
    expect(JSON.stringify(sitemapEntries(rows))).not.toContain(hidden)
  })

  test('is named in plain text where another network refers to it', async () => {
    const rows = await runQuery(`*[_type == "network" && parent._ref == $hidden]{${networkFragment}}`, {
      hidden,
    })
    const view = networkView(rows[0], 'en')
    const parent = view.facts.find(({key}) => key === 'parent')?.values[0]
    expect(parent?.text?.text).toBe('Hidden name')
    expect(parent).not.toHaveProperty('href')
    const page = {siteUrl, locale: 'en' as const, path: '/en/child', title: 'Its child'}
    expect(JSON.stringify(networkGraph(rows[0] ?? {}, page))).toContain(
      '"parentOrganization":{"@type":"Organization","name":"Hidden name"}',
    )
    const relations = await viewPage('relations', 'en', 1, runQuery)
    const node = relationsView(relations.rows, 'en').nodes.find(({id}) => id === hidden)
    expect(node).toEqual({
      id: hidden,
      kind: 'body',
      name: {text: 'Hidden name'},
      edit: {id: hidden, type: 'network', path: 'name'},
    })
  })
})
