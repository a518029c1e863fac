import {describe, expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {membershipState} from '#lib/content/membership-state.ts'
import {membershipView} from '#lib/content/membership-view.ts'
import {choicesIn} from '#lib/content/overview-choices.ts'
import {overviewOf} from '#lib/content/overview-view.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'
import {locales} from '#lib/i18n/locales.ts'
import {membershipsCsv} from '#lib/open-data/csv.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {relationsOf} from '#lib/relations/relations-view.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {timelineOf} from '#lib/timeline/timeline-view.ts'

const now = new Date('2026-11-28T12:00:00Z')

const member = {_type: 'organization', _id: homeOrganizationId, name: {cs: 'SIMI', en: 'SIMI'}} as const
const rowOf = (stated: Partial<MembershipRow>): MembershipRow => ({
  _id: 'membership',
  member,
  role: 'partner',
  roleStated: true,
  sources: [{_id: 'source', title: 'Source'}],
  ...stated,
})

/** What a document states, and what may be said of it. */
const cases = [
  ['goes on', {status: 'active', since: '2010'}, {status: 'active', since: '2010'}],
  ['goes on until a day to come', {status: 'active', until: '2030-12'}, {status: 'active', until: '2030-12'}],
  ['ends today', {status: 'active', until: '2026-11-28'}, {status: 'active', until: '2026-11-28'}],
  ['ended at a known time', {status: 'former', until: '2014'}, {status: 'former', until: '2014'}],
  ['ended, nobody knows when', {status: 'former', since: '2010'}, {status: 'former', since: '2010'}],
  ['is not known to go on', {status: 'unknown', since: '2010'}, {status: 'unknown', since: '2010'}],
  ['has no answer', {since: '2010'}, {status: 'unknown', since: '2010'}],
  ['has another word for an answer', {status: 'paused'}, {status: 'unknown'}],
  ['goes on, yet has ended', {status: 'active', until: '2014'}, {status: 'unknown', until: '2014'}],
  [
    'goes on, yet has ended in summer',
    {status: 'active', until: '2026-22'},
    {status: 'unknown', until: '2026-22'},
  ],
  [
    'goes on, yet ended in one of two years',
    {status: 'active', until: '[2013,2014]'},
    {status: 'unknown', until: '[2013,2014]'},
  ],
  ['goes on, yet has not begun', {status: 'active', since: '2027-03'}, {status: 'unknown', since: '2027-03'}],
  ['ended, yet at a time to come', {status: 'former', until: '2030'}, {status: 'unknown', until: '2030'}],
  ['ended, yet has not begun', {status: 'former', since: '2030'}, {status: 'unknown', since: '2030'}],
  [
    'is not known to go on, yet has an end',
    {status: 'unknown', until: '2014'},
    {status: 'unknown', until: '2014'},
  ],
  [
    'goes on, yet ends before it begins',
    {status: 'active', since: '2015', until: '2014'},
    {status: 'unknown'},
  ],
  ['ended before it began', {status: 'former', since: '2015', until: '2014'}, {status: 'former'}],
] as const

describe.each(cases)('a membership that %s', (_, stated, expected) => {
  const row = rowOf(stated)
  const state = membershipState(row, now)
  const since = 'since' in expected ? expected.since : undefined
  const until = 'until' in expected ? expected.until : undefined
  const answered = 'status' in stated && stated.status !== 'paused'
  const network = {
    _id: 'network',
    name: {cs: 'Síť', en: 'Network'},
    slug: {cs: {current: 'sit'}, en: {current: 'network'}},
    memberships: [row],
  }

  test('is read as what may be said of it', () => {
    expect(state).toEqual(expected)
  })

  test('stands so in the data files', () => {
    const [header, line] = membershipsCsv([network], now)
      .trim()
      .split('\r\n')
      .map((each) => each.split(/,(?![^[]*\])/))
    const cell = (name: string) => line?.[header?.indexOf(name) ?? -1]?.replaceAll('"', '')
    expect([cell('since_edtf'), cell('until_edtf'), cell('status')]).toEqual([
      since ?? '',
      until ?? '',
      expected.status,
    ])
    const [exported] = popolo([network], 'https://site.test', now).memberships
    expect(exported?.status).toBe(expected.status)
    expect(JSON.stringify(exported).includes('2014')).toBe(until?.includes('2014') ?? false)
    expect(exported?.status === 'active' && /2014|2022/.test(JSON.stringify(exported))).toBe(false)
  })

  test('is told to search engines only when it goes on, or has ended at a day that can be given', () => {
    const place = {siteUrl: 'https://site.test', locale: 'en', path: '/en/x', title: 'x'} as const
    const graph = JSON.stringify(networkGraph(network, place, now))
    const told = expected.status === 'active' || (expected.status === 'former' && until !== undefined)
    expect(graph.includes('OrganizationRole')).toBe(told)
  })

  test.each(locales)('is printed so on every page, without a contradiction (%s)', (locale) => {
    const words = {
      cs: {active: 'trvá', former: 'skončilo', unknown: 'nepotvrzeno'},
      en: {active: 'active', former: 'former', unknown: 'not confirmed'},
    }[locale]
    const word = answered ? words[expected.status] : undefined
    const page = membershipView(row, locale, now).facts
    expect(page.find(({key}) => key === 'status')?.values[0]?.text?.text).toBe(word)
    const [line] = overviewOf([{...row, network}], locale, now)
    expect(line?.status?.word).toBe(word)
    const listed = {id: 'n', name: '', group: 'czech-networks', slug: 'n'} as const
    const [choice] = choicesIn([listed], [{...row, _id: 'membership', network: 'n'}], now)
    expect(choice?.status).toBe(answered ? expected.status : null)
    const entries = landingView([network], [], locale, now)
    const entry = entries.find(({networks}) => networks.length > 0)
    expect(entry?.networks[0]?.memberships[0]?.status).toBe(word)
    const edge = relationsOf([network], locale, now).edges[0]
    expect(edge?.over !== undefined).toBe(expected.status === 'former')
    const fact = timelineOf([network], locale, now).networks[0]?.facts[0]
    expect(fact?.value.notes[0]?.text).toBe(fact && word)
    expect(fact?.row.goesOn ?? false).toBe(expected.status === 'active' && !until)
    for (const each of [page, line, entries, fact]) {
      const printed = JSON.stringify(each ?? '')
      // Never both that it goes on and that it ended, nor both dates in the wrong order.
      if (/trvá|ongoing|"active"/.test(printed))
        expect(printed).not.toMatch(/2014|2022|"2030"|former|skončilo/)
      expect(printed.includes('2015')).toBe(false)
    }
  })
})

test('a former membership is never listed as if it went on, even when nothing else is known of it', () => {
  const row = {_id: 'm', member, status: 'former'}
  const network = {_id: 'n', name: {cs: 'Síť'}, slug: {cs: {current: 'sit'}}, memberships: [row]}
  const entry = landingView([network], [], 'cs', now).find(({networks}) => networks.length > 0)
  expect(entry?.networks[0]?.memberships).toMatchObject([{status: 'skončilo'}])
})

test('a day of checking that has not come is neither printed nor given as the time of a status', () => {
  const checked = rowOf({status: 'active', since: '2010', lastChecked: '2099-01-01'})
  for (const locale of locales) {
    const printed = JSON.stringify([
      membershipView(checked, locale, now),
      overviewOf(
        [{...checked, network: {_id: 'n', name: {cs: 'Síť'}, slug: {cs: {current: 'sit'}}}}],
        locale,
        now,
      ),
      membershipView({...checked, asOf: '2099'}, locale, now),
    ])
    expect(printed).not.toContain('2099')
  }
  const network = {
    _id: 'n',
    name: {cs: 'Síť'},
    slug: {cs: {current: 'sit'}},
    memberships: [{...checked, asOf: '2099'}],
  }
  expect(membershipsCsv([network], now)).not.toContain('2099')
  expect(popolo([network], 'https://site.test', now).memberships).toEqual([
    expect.not.objectContaining({as_of: expect.anything()}),
  ])
})
