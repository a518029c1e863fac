import {afterEach, describe, expect, test, vi} from 'vitest'
import type {Fact} from '#lib/content/fact.ts'
import {networkEntries} from '#lib/content/landing-view.ts'
import {networkView} from '#lib/content/network-view.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'

const network: NetworkRow = {
  _id: 'network-platform',
  name: {cs: 'Platforma', en: 'Platform'},
  slug: {cs: {current: 'platforma'}, en: {current: 'platform'}},
  level: 'czech',
  relationKind: 'network',
}

const source = {_id: 'source-old', title: 'Networking', publisher: 'ICP', url: 'https://icpraha.com/'}

const fact = (facts: Fact[], key: string) => facts.find((each) => each.key === key)?.values

/** Captures console.error: returns one line for each call. */
function captureErrors() {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {})
  return () => spy.mock.calls.map(([line]) => String(line))
}

afterEach(() => vi.restoreAllMocks())

describe('a network’s facts', () => {
  test('a count has its unit, date and source', () => {
    const counts = [
      {_key: 'a', value: 64, unit: 'representatives', qualifier: 'exact', asOf: '2012~', source},
    ]
    const [value] = fact(networkView({...network, counts}, 'cs').facts, 'counts') ?? []
    expect(value).toMatchObject({
      text: {text: '64\u00a0zástupců'},
      notes: [{text: 'kolem 2012'}],
      source: {title: {text: 'ICP: Networking'}, href: 'https://icpraha.com/'},
    })
    expect(value?.caveats).toBeUndefined()
  })

  test('a count without a date has a caveat', () => {
    const counts = [{_key: 'a', value: 11, unit: 'organisations', qualifier: 'atLeast', source}]
    expect(fact(networkView({...network, counts}, 'en').facts, 'counts')).toMatchObject([
      {text: {text: 'at least 11\u00a0organisations'}, notes: [], caveats: ['undated']},
    ])
  })

  test('the newest count comes first, undated ones last', () => {
    const count = (_key: string, asOf?: string) => ({
      _key,
      value: 1,
      unit: 'organisations',
      asOf: asOf ?? null,
    })
    const counts = [count('undated'), count('2015', '2015'), count('2024', '2024'), count('2021', '2021-02')]
    const {facts} = networkView({...network, counts}, 'en')
    expect(fact(facts, 'counts')?.map(({key}) => key)).toEqual(['2024'])
    expect(fact(facts, 'otherCounts')?.map(({key}) => key)).toEqual(['2021', '2015', 'undated'])
  })

  test('events are in order, and contradicting sources each have an entry', () => {
    const events = [
      {_key: 'c', kind: 'memorandum-changed', date: '2010-22', text: {cs: 'Změna memoranda'}, source},
      {_key: 'b', kind: 'founded', date: '2003', text: {cs: 'Založeno'}, status: 'disputed', source},
      {_key: 'a', kind: 'founded', date: '2000-09', text: {cs: 'Založeno'}, status: 'per-source', source},
    ]
    expect(fact(networkView({...network, events}, 'cs').facts, 'events')).toMatchObject([
      {
        date: {text: 'září 2000', machine: '2000-09'},
        text: {text: 'Založeno'},
        caveats: ['zdroje uvádějí různé údaje'],
      },
      {date: {text: '2003'}, caveats: ['zdroje uvádějí různé údaje']},
      {date: {text: 'léto 2010'}},
    ])
  })

  test('names in another language have a lang, and the page title is not repeated', () => {
    const names = [
      {_key: 'a', text: 'Platforma', lang: 'cs', kind: 'official'},
      {_key: 'b', text: 'Platform', lang: 'en', kind: 'translation'},
      {_key: 'c', text: 'PILA', lang: 'en', kind: 'former', announced: '2010-08-31'},
    ]
    expect(fact(networkView({...network, names}, 'cs').facts, 'names')).toMatchObject([
      {text: {text: 'Platform', lang: 'en'}, notes: [{text: 'překlad'}]},
      {
        text: {text: 'PILA', lang: 'en'},
        notes: [{text: 'dřívější název'}, {text: 'oznámeno 31.\u00a0srpna 2010'}],
      },
    ])
  })

  test('a parent that is a network is linked, an organization is named', () => {
    const parent = {_type: 'network', ...network}
    const host = {_type: 'organization', _id: 'organization-icp', name: {cs: 'Integrační centrum Praha'}}
    const {facts} = networkView({...network, parent, host}, 'cs')
    expect(fact(facts, 'parent')?.[0]?.href).toBe('/cs/nase-clenstvi/ceske-site/platforma')
    expect(fact(facts, 'host')?.[0]).toMatchObject({text: {text: 'Integrační centrum Praha'}})
    expect(fact(facts, 'host')?.[0]?.href).toBeUndefined()
  })

  test('a link that could run code is left out', () => {
    const {facts} = networkView({...network, website: 'javascript:alert(1)'}, 'en')
    expect(fact(facts, 'website')).toBeUndefined()
  })

  test('an unknown enum value is not printed', () => {
    expect(fact(networkView({...network, bodyType: 'syndicate'}, 'en').facts, 'bodyType')).toBeUndefined()
  })
})

describe('a network’s sources', () => {
  test('are listed once, in the order of use', () => {
    const other = {_id: 'source-new', title: 'About us', asOf: '2024', retrieved: '2026-09-01'}
    const {sources} = networkView(
      {
        ...network,
        sourceText: {asOf: '[2016,2017]', source},
        counts: [{_key: 'a', value: 1, unit: 'organisations', source}],
        memberships: [
          {_id: 'm', member: {_type: 'organization', name: {en: 'SIMI'}}, sources: [other, source]},
        ],
      },
      'en',
    )
    expect(sources.map(({id}) => id)).toEqual(['source-old', 'source-new'])
    expect(sources[1]?.notes.map(({text}) => text)).toEqual(['as of 2024', 'read on 1\u00a0September 2026'])
  })
})

describe('malformed content', () => {
  test('a malformed network is left out of the list and logged; the others stay', () => {
    const logged = captureErrors()
    const rows = [
      network,
      {_id: 'network-broken', name: {cs: 7}},
      null,
      'text',
      {...network, _id: 'network-2'},
    ]
    // An import can violate the types.
    expect(networkEntries(rows as NetworkRow[], 'cs').map(({id}) => id)).toEqual([
      'network-platform',
      'network-2',
    ])
    expect(logged().some((line) => line.includes('network-broken'))).toBe(true)
  })

  test('a malformed part is left out of its network and logged; the rest stays', () => {
    const logged = captureErrors()
    const row = {
      ...network,
      summary: {cs: ['no', 'text']},
      counts: [
        {_key: 'good', value: 11, unit: 'organisations', source},
        {_key: 'no-unit', value: 11},
        {_key: 'text', value: '11', unit: 'organisations'},
        null,
      ],
      events: 'none',
      names: [{_key: 'no-text', kind: 'former'}],
      topics: [{_key: 'bad-date', text: {cs: 'Téma'}, period: 'loni'}],
      memberships: [{_id: 'membership-nobody'}, null],
    }
    const view = networkView(row as unknown as NetworkRow, 'cs')
    expect(view.name.text).toBe('Platforma')
    expect(view.facts.map(({key}) => key)).toEqual(['counts'])
    expect(fact(view.facts, 'counts')?.map(({key}) => key)).toEqual(['good'])
    expect(view.memberships).toEqual([])
    expect(logged()).toHaveLength(9)
    expect(logged().filter((line) => line.includes('network-platform'))).toHaveLength(7)
  })

  test('a network without a slug in a language has no page in that language', () => {
    const row = {...network, slug: {cs: {current: 'platforma'}, en: null}}
    expect(networkEntries([row], 'en')).toEqual([])
    expect(networkEntries([row], 'cs')).toHaveLength(1)
  })

  test('a document with only a name makes a page', () => {
    expect(networkView({_id: 'network-new', name: {en: 'New'}}, 'cs')).toEqual({
      id: 'network-new',
      group: 'european-networks',
      name: {text: 'New', lang: 'en'},
      slugs: {},
      paths: {},
      facts: [],
      memberships: [],
      corrections: [],
      sources: [],
    })
  })
})

test('a future event has a caveat, and future dates of counts and checks are left out', () => {
  const now = new Date('2026-11-28T12:00:00Z')
  const source = {_id: 'e', title: 'Source'}
  const row = {
    ...network,
    events: [
      {_key: 'a', kind: 'founded', date: '2106', source},
      {_key: 'b', kind: 'renamed', date: '2016', source},
    ],
    counts: [{_key: 'c', value: 7, unit: 'organisations', asOf: '2099'}],
    lastChecked: '2099-01-01',
    sourceText: {asOf: '2099', source: {_id: 's', title: 'Source', asOf: '2099', retrieved: '2099-01-01'}},
  }
  for (const [locale, words, undated] of [
    ['cs', 'toto datum teprve přijde', 'bez data'],
    ['en', 'this date lies ahead', 'undated'],
  ] as const) {
    const view = networkView(row, locale, now)
    expect(fact(view.facts, 'events')?.map(({caveats}) => caveats)).toEqual([undefined, [words]])
    expect(fact(view.facts, 'counts')?.map(({caveats}) => caveats)).toEqual([[undated]])
    expect(JSON.stringify(view)).not.toContain('2099')
  }
})
