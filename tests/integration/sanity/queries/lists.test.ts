import {beforeAll, describe, expect, test} from 'vitest'
import {newestChange, sitemapEntries} from '#lib/content/address-view.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {networkViews} from '#lib/content/network-view.ts'
import {choicesIn} from '#lib/content/overview-choices.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {membershipsCsv, networksCsv} from '#lib/open-data/csv.ts'
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
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {OVERVIEW_CHOICES_QUERY, OVERVIEW_PAGE_QUERY} from '#sanity/queries/overview-page.ts'
import {type Asked, catalogue, groupPage, landingPage, viewPage} from '../../../unit/sanity/queries/lists.ts'

const lake = lakeForTests()
const asked: Asked = (query, params = {}) => lake.visitor.fetch(query, params)
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

describe.each<Locale>(['cs', 'en'])('with thirteen networks that exist in %s only ranked first', (only) => {
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

  test('the group’s page in the other language lists what that language has, on one page', async () => {
    const {rows, total} = await groupPage(other, 'european-networks', 1, asked)
    expect(networkViews(rows, other).map(({name}) => name.text)).toEqual(both)
    expect(total).toBe(2)
    expect(pageCount('group', total)).toBe(1)
  })

  test('its own has all of them on two pages', async () => {
    const pages = [1, 2, 3].map((page) => groupPage(only, 'european-networks', page, asked))
    const lists = (await Promise.all(pages)).map(({rows}) => networkViews(rows, only))
    expect(lists.map(({length}) => length)).toEqual([10, 5, 0])
  })

  test('the landing page names and counts what the language has', async () => {
    const {rows, all} = await landingPage(other, asked)
    const european = landingView(rows, all, other)[1]
    expect(european?.networks.map(({name}) => name.text)).toEqual(both)
    expect(european?.total).toBe(2)
    const own = await landingPage(only, asked)
    expect(landingView(own.rows, own.all, only)[1]).toMatchObject({total: 15, networks: {length: 12}})
  })

  test('timeline, relations and overview hold and count what the language has', async () => {
    const timeline = await viewPage('timeline', other, 1, asked)
    expect(timeline.total).toBe(2)
    expect(timelineView(timeline.rows, other, new Date()).undated.map(({name}) => name.text)).toEqual(both)
    const relations = await viewPage('relations', other, 1, asked)
    expect(relations.total).toBe(2)
    const named = relationsView(relations.rows, other).nodes.filter(({kind}) => kind === 'network')
    expect(named.map(({name}) => name.text)).toEqual(both)
    const networks = await catalogue(other, undefined, asked)
    const choices = choicesIn(networks, await asked(OVERVIEW_CHOICES_QUERY, everything))
    expect(choices).toHaveLength(2)
    const ids = entriesOf('overview', 1, choices).map(({id}) => id)
    expect(overviewLines(await asked(OVERVIEW_PAGE_QUERY, {ids}), other)).toHaveLength(2)
  })

  test('sitemap and feed have an entry for each page of the language, and no other', async () => {
    const entries = sitemapEntries(await asked(ADDRESSES_QUERY, everything))
    const pages = entries.map(({alternates}) => alternates[other]).filter((path) => /\d$/.test(path ?? ''))
    expect(pages).toHaveLength(2)
    const feed = changesFeed(await asked(CHANGES_QUERY, everything), {siteUrl, locale: other})
    expect(feed.match(/<entry>/g)).toHaveLength(2)
  })
})

describe('lists without an order of the editors', () => {
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
    'sort names as the language does (%s), after those with an order',
    async (locale) => {
      const expected = ['Žádná', 'Řada', ...sorted[locale]]
      const nameOf = ({name}: {name: string | {text: string}}) =>
        typeof name === 'string' ? name : name.text
      const first = await groupPage(locale, 'european-networks', 1, asked)
      const second = await groupPage(locale, 'european-networks', 2, asked)
      const listed = [...networkViews(first.rows, locale), ...networkViews(second.rows, locale)]
      expect(listed.map(nameOf)).toEqual(expected)
      const landing = await landingPage(locale, asked)
      expect(landingView(landing.rows, landing.all, locale)[1]?.networks.map(nameOf)).toEqual(expected)
      const {rows} = await viewPage('timeline', locale, 1, asked)
      expect(timelineView(rows, locale, new Date()).undated.map(nameOf)).toEqual(expected)
      const relations = await viewPage('relations', locale, 1, asked)
      const nodes = relationsView(relations.rows, locale).nodes.filter(({kind}) => kind === 'network')
      expect(nodes.map(nameOf)).toEqual(expected)
      const choices = choicesIn(
        await catalogue(locale, undefined, asked),
        await asked(OVERVIEW_CHOICES_QUERY, everything),
      )
      const ids = choices.map(({id}) => id)
      const lines = overviewLines(await asked(OVERVIEW_PAGE_QUERY, {ids}), locale)
      const byId = new Map(lines.map((line) => [line.id, line]))
      expect(ids.map((id) => byId.get(id)?.network.name.text)).toEqual(expected)
    },
  )

  test('leave the data files in the order of ids, whatever is renamed or moved', async () => {
    const idsOf = async () => {
      const csv = networksCsv(await asked(OPEN_DATA_QUERY, everything), siteUrl)
      return [...csv.matchAll(/^(network-\d+),/gm)].map(([, id]) => id)
    }
    const before = await idsOf()
    expect(before).toEqual(before.toSorted())
    await lake.client.patch('network-000').set({'name.cs': 'Alfa', orderRank: '0|a'}).commit()
    expect(await idsOf()).toEqual(before)
  })
})

test('what all lists share has another version after each change of a network, and after no other', async () => {
  await publish([{name: 'One', locales: ['cs']}])
  const version = async () => JSON.stringify(await asked(CATALOGUE_VERSION_QUERY))
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

describe('a network that has no address in any language', () => {
  const hidden = 'network-000'
  beforeAll(() =>
    publish([
      {name: 'Hidden name', locales: []},
      {name: 'Its child', locales: ['cs', 'en'], more: {parent: to(hidden)}},
    ]),
  )

  test('is in no list, no file and no date', async () => {
    const openData = await asked(OPEN_DATA_QUERY, everything)
    const data = popolo(openData, siteUrl)
    expect(data.organizations.map(({id}) => id)).toEqual(['network-001', 'organization-simi'])
    expect(data.organizations[0]).not.toHaveProperty('parent_id')
    expect(data.memberships.map(({organization_id}) => organization_id)).toEqual(['network-001'])
    expect(membershipsCsv(openData)).not.toContain(hidden)
    expect(networksCsv(openData, siteUrl)).not.toMatch(new RegExp(`^${hidden}`, 'm'))
    for (const locale of ['cs', 'en'] as const) {
      expect(await catalogue(locale, undefined, asked)).toHaveLength(1)
      expect(changesFeed(await asked(CHANGES_QUERY, everything), {siteUrl, locale})).not.toContain(hidden)
    }
    const before = newestChange(await asked(ADDRESSES_QUERY, everything))
    await lake.client.patch(hidden).set({website: 'https://hidden.test'}).commit()
    const rows = await asked(ADDRESSES_QUERY, everything)
    // It changes the page of the network that names it, and only so the date of the whole.
    expect(newestChange(rows.filter(({_id}: {_id: string}) => _id === hidden))).toBeUndefined()
    expect(String(newestChange(rows)) > String(before)).toBe(true)
    expect(JSON.stringify(sitemapEntries(rows))).not.toContain(hidden)
  })

  test('stands by its name, as plain text, where another refers to it', async () => {
    const {rows} = await groupPage('en', 'european-networks', 1, asked)
    const [view] = networkViews(rows, 'en')
    const parent = view?.facts.find(({key}) => key === 'parent')?.values[0]
    expect(parent?.text?.text).toBe('Hidden name')
    expect(parent).not.toHaveProperty('href')
    const place = {siteUrl, locale: 'en' as const, path: '/en/child', title: 'Its child'}
    expect(JSON.stringify(networkGraph(rows[0] ?? {}, place))).toContain(
      '"parentOrganization":{"@type":"Organization","name":"Hidden name"}',
    )
    const relations = await viewPage('relations', 'en', 1, asked)
    const node = relationsView(relations.rows, 'en').nodes.find(({id}) => id === hidden)
    expect(node).toEqual({id: hidden, kind: 'body', name: {text: 'Hidden name'}})
  })
})
