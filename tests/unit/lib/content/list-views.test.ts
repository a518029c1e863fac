import {describe, expect, test, vi} from 'vitest'
import {sitemapEntries} from '#lib/content/address-view.ts'
import {networksIn} from '#lib/content/catalogue.ts'
import {homeView} from '#lib/content/home-view.ts'
import {type LandingRow, landingView} from '#lib/content/landing-view.ts'
import {accessibilityReviewed} from '#lib/i18n/messages/accessibility-page.ts'
import {groupOf} from '#lib/routing/paths.ts'

const network = (id: string, level: string, rest: object = {}) => ({
  _id: `network-${id}`,
  _type: 'network',
  name: {cs: id.toUpperCase(), en: id},
  slug: {cs: {current: `${id}-cs`}, en: {current: id}},
  level,
  relationKind: 'network',
  ...rest,
})

const simi = {_type: 'organization', _id: 'organization-simi', name: {cs: 'Sdružení'}} as const

const landing = (rows: LandingRow[], locale: 'cs' | 'en') =>
  landingView(
    rows,
    rows.map((row) => ({group: groupOf(row)})),
    locale,
  )

describe('the landing page', () => {
  test('has every group, with its networks in the order of the rows', () => {
    const rows = [
      network('b', 'czech'),
      network('a', 'czech'),
      network('p', 'european', {relationKind: 'partner'}),
    ]
    expect(landing(rows, 'cs').map(({group, networks}) => [group, networks.map(({href}) => href)])).toEqual([
      ['czech-networks', ['/cs/nase-clenstvi/ceske-site/b-cs', '/cs/nase-clenstvi/ceske-site/a-cs']],
      ['european-networks', []],
      ['foreign-partners', ['/cs/nase-clenstvi/zahranicni-partneri/p-cs']],
    ])
  })

  test('has role, person and period, and leaves out a membership without further facts', () => {
    const memberships: LandingRow['memberships'] = [
      {_id: 'm1', member: simi, role: 'founding-member', roleStated: true},
      {_id: 'm2', member: simi, role: 'participant', roleStated: false},
      {
        _id: 'm3',
        member: {_type: 'person', name: 'Magda Faltová', grammaticalGender: 'feminine'},
        onBehalfOf: {_type: 'organization', _id: simi._id},
        role: 'chair',
        since: '2015',
        status: 'unknown',
        asOf: '[2016,2017]',
      },
    ]
    const [czech] = landing([network('a', 'czech', {memberships})], 'cs')
    expect(czech?.networks[0]?.memberships).toEqual([
      {id: 'm1', role: {text: 'zakládající člen'}},
      {
        id: 'm3',
        member: {text: 'Magda Faltová, za SIMI'},
        role: {text: 'předsedkyně'},
        since: {text: '2015', machine: '2015'},
        mark: 'stav: 2016 nebo 2017',
      },
    ])
  })
})

test('a mark that the summary and the memberships have in common is said once for the network', () => {
  const memberships: LandingRow['memberships'] = [
    {_id: 'm1', member: simi, role: 'member', status: 'unknown', asOf: '2016'},
    {_id: 'm2', member: simi, role: 'partner', status: 'former', until: '2024'},
  ]
  const rest = {summary: {en: 'Eleven members.'}, sourceText: {asOf: '2016'}, memberships}
  const [entry] = landing([network('a', 'czech', rest)], 'en')[0]?.networks ?? []
  expect(entry?.mark).toBe('as of 2016')
  expect(entry?.memberships.map(({mark}) => mark)).toEqual([undefined, 'former'])
})

describe('the sitemap', () => {
  const rows = [
    network('a', 'czech', {changes: ['2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z', null]}),
    network('b', 'czech', {slug: {cs: {current: 'b-cs'}}, changes: ['2026-02-01T00:00:00Z']}),
    network('hidden', 'european', {slug: null, changes: []}),
  ]

  test('has every page with its alternate and the date of its last change', () => {
    expect(sitemapEntries(rows)).toEqual([
      {alternates: {cs: '/cs', en: '/en'}, changed: '2026-05-01T00:00:00Z'},
      {
        alternates: {cs: '/cs/nase-clenstvi', en: '/en/our-membership'},
        changed: '2026-05-01T00:00:00Z',
      },
      {
        alternates: {cs: '/cs/nase-clenstvi/ceske-site', en: '/en/our-membership/czech-networks'},
        changed: '2026-05-01T00:00:00Z',
      },
      {alternates: {cs: '/cs/nase-clenstvi/evropske-site', en: '/en/our-membership/european-networks'}},
      {alternates: {cs: '/cs/nase-clenstvi/zahranicni-partneri', en: '/en/our-membership/foreign-partners'}},
      {
        alternates: {cs: '/cs/nase-clenstvi/prehled', en: '/en/our-membership/overview'},
        changed: '2026-05-01T00:00:00Z',
      },
      {
        alternates: {cs: '/cs/nase-clenstvi/casova-osa', en: '/en/our-membership/timeline'},
        changed: '2026-05-01T00:00:00Z',
      },
      {
        alternates: {cs: '/cs/nase-clenstvi/vztahy', en: '/en/our-membership/relations'},
        changed: '2026-05-01T00:00:00Z',
      },
      {alternates: {cs: '/cs/data', en: '/en/data'}, changed: '2026-05-01T00:00:00Z'},
      {alternates: {cs: '/cs/pristupnost', en: '/en/accessibility'}, changed: accessibilityReviewed},
      {
        alternates: {
          cs: '/cs/nase-clenstvi/ceske-site/a-cs',
          en: '/en/our-membership/czech-networks/a',
        },
        changed: '2026-05-01T00:00:00Z',
      },
      {alternates: {cs: '/cs/nase-clenstvi/ceske-site/b-cs'}, changed: '2026-02-01T00:00:00Z'},
    ])
  })

  test('keeps the other networks when one is malformed, as does the list of pages to prerender', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = [...rows, {_id: 'network-broken', name: {cs: 1}, slug: {cs: {current: 2}}}, null]
    // @ts-expect-error: an import can contain this
    expect(sitemapEntries(broken)).toEqual(sitemapEntries(rows))
    // @ts-expect-error: an import can contain this
    expect(networksIn(broken, 'en').map(({slug}) => slug)).toEqual(['a'])
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('network-broken'))
  })
})

describe('the home page', () => {
  test('has no facts without its document', () => {
    expect(homeView(null, 'cs')).toEqual({id: '', facts: []})
  })

  test('lists former names with their dates', () => {
    const {facts} = homeView(
      {
        _id: simi._id,
        name: simi.name,
        names: [{_key: 'a', text: 'Poradna', lang: 'cs', kind: 'former', to: '2009'}],
      },
      'en',
    )
    expect(facts[0]?.values[0]).toMatchObject({
      text: {text: 'Poradna', lang: 'cs'},
      notes: [{text: 'former name'}, {text: 'until: 2009'}],
    })
  })
})
