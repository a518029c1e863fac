import {describe, expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {membershipState} from '#lib/content/membership-state.ts'
import {membershipView} from '#lib/content/membership-view.ts'
import {choicesIn} from '#lib/content/overview-choices.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'
import {locales} from '#lib/i18n/locales.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'
import {csvFile, rowsOf} from '../open-data/data-files.ts'

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

/** The stored fields, and the expected state. */
const cases = [
  ['continues', {status: 'active', since: '2010'}, {status: 'active', since: '2010'}],
  [
    'continues until a future day',
    {status: 'active', until: '2030-12'},
    {status: 'active', until: '2030-12'},
  ],
  ['ends today', {status: 'active', until: '2026-11-28'}, {status: 'active', until: '2026-11-28'}],
  ['ended at a known time', {status: 'former', until: '2014'}, {status: 'former', until: '2014'}],
  ['ended at an unknown time', {status: 'former', since: '2010'}, {status: 'former', since: '2010'}],
  ['is not confirmed', {status: 'unknown', since: '2010'}, {status: 'unknown', since: '2010'}],
  ['has no status', {since: '2010'}, {status: 'unknown', since: '2010'}],
  ['has an unknown status value', {status: 'paused'}, {status: 'unknown'}],
  ['continues, but has ended', {status: 'active', until: '2014'}, {status: 'unknown', until: '2014'}],
  [
    'continues, but ended in summer',
    {status: 'active', until: '2026-22'},
    {status: 'unknown', until: '2026-22'},
  ],
  [
    'continues, but ended in one of two years',
    {status: 'active', until: '[2013,2014]'},
    {status: 'unknown', until: '[2013,2014]'},
  ],
  [
    'continues, but starts in the future',
    {status: 'active', since: '2027-03'},
    {status: 'unknown', since: '2027-03'},
  ],
  ['ended, but in the future', {status: 'former', until: '2030'}, {status: 'unknown', until: '2030'}],
  ['ended, but starts in the future', {status: 'former', since: '2030'}, {status: 'unknown', since: '2030'}],
  [
    'is not confirmed, but has an end',
    {status: 'unknown', until: '2014'},
    {status: 'unknown', until: '2014'},
  ],
  [
    'continues, but ends before it starts',
    {status: 'active', since: '2015', until: '2014'},
    {status: 'unknown'},
  ],
  ['ended before it started', {status: 'former', since: '2015', until: '2014'}, {status: 'former'}],
] as const

describe.each(cases)('a membership that %s', (_, stated, expected) => {
  const row = rowOf(stated)
  const state = membershipState(row, now)
  const since = 'since' in expected ? expected.since : undefined
  const until = 'until' in expected ? expected.until : undefined
  const hasStatus = 'status' in stated && stated.status !== 'paused'
  const network = {
    _id: 'network',
    name: {cs: 'Síť', en: 'Network'},
    slug: {cs: {current: 'sit'}, en: {current: 'network'}},
    memberships: [row],
  }

  test('has the expected state', () => {
    expect(state).toEqual(expected)
  })

  test('has that state in the data files', () => {
    const [line] = rowsOf(csvFile('memberships.csv', [network], undefined, now))
    const cell = (name: string) => line?.[name]
    expect([cell('since_edtf'), cell('until_edtf'), cell('status')]).toEqual([
      since ?? '',
      until ?? '',
      expected.status,
    ])
    const [exported] = popolo({networks: [network]}, 'https://site.test', now).memberships
    expect(exported?.status).toBe(expected.status)
    expect(JSON.stringify(exported).includes('2014')).toBe(until?.includes('2014') ?? false)
    expect(exported?.status === 'active' && /2014|2022/.test(JSON.stringify(exported))).toBe(false)
  })

  test('is in the structured data only if it is active or has an exact end', () => {
    const location = {siteUrl: 'https://site.test', locale: 'en', path: '/en/x', title: 'x'} as const
    const graph = JSON.stringify(networkGraph(network, location, now))
    const isIncluded = expected.status === 'active' || (expected.status === 'former' && until !== undefined)
    expect(graph.includes('OrganizationRole')).toBe(isIncluded)
  })

  test.each(locales)('is printed with that state on every page (%s)', (locale) => {
    const words = {
      cs: {active: 'trvá', former: 'skončilo', unknown: 'zatím neověřeno', mark: 'zdroj bez data'},
      en: {active: 'active', former: 'former', unknown: 'not confirmed', mark: 'source undated'},
    }[locale]
    const word = hasStatus ? words[expected.status] : undefined
    // Lists say once what is not confirmed (noticeOf), and mark each such membership.
    const mark = word === words.unknown ? words.mark : word
    const page = membershipView(row, locale, now).facts
    expect(page.find(({key}) => key === 'status')?.values[0]?.text?.text).toBe(word)
    const [line] = overviewLines([{...row, network}], locale, now)
    expect(line?.mark).toBe(mark)
    const listed = {id: 'n', name: '', group: 'czech-networks', slug: 'n'} as const
    const [choice] = choicesIn([listed], [{...row, _id: 'membership', network: 'n'}], now)
    expect(choice?.status).toBe(hasStatus ? expected.status : null)
    const entries = landingView([network], [], locale, now)
    const entry = entries.find(({networks}) => networks.length > 0)
    expect(entry?.networks[0]?.memberships[0]?.mark).toBe(mark)
    const edge = relationsView([network], locale, now).edges[0]
    expect(edge?.certainty === 'over').toBe(expected.status === 'former')
    const fact = timelineView([network], locale, now).networks[0]?.facts[0]
    expect(fact?.value.notes[0]?.text).toBe(fact && mark)
    expect(fact?.row.goesOn ?? false).toBe(expected.status === 'active' && !until)
    for (const each of [page, line, entries, fact]) {
      const printed = JSON.stringify(each ?? '')
      // Never both active and ended, and never two dates in the wrong order.
      if (/trvá|ongoing|"active"/.test(printed))
        expect(printed).not.toMatch(/2014|2022|"2030"|former|skončilo/)
      expect(printed.includes('2015')).toBe(false)
    }
  })
})

test('a former membership is always listed as former, even without any other fact', () => {
  const row = {_id: 'm', member, status: 'former'}
  const network = {_id: 'n', name: {cs: 'Síť'}, slug: {cs: {current: 'sit'}}, memberships: [row]}
  const entry = landingView([network], [], 'cs', now).find(({networks}) => networks.length > 0)
  expect(entry?.networks[0]?.memberships).toMatchObject([{mark: 'skončilo'}])
})

test('a future date of the last check is neither printed nor used as the date of a status', () => {
  const checked = rowOf({status: 'active', since: '2010', lastChecked: '2099-01-01'})
  for (const locale of locales) {
    const printed = JSON.stringify([
      membershipView(checked, locale, now),
      overviewLines(
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
  expect(csvFile('memberships.csv', [network], undefined, now)).not.toContain('2099')
  expect(popolo({networks: [network]}, 'https://site.test', now).memberships).toEqual([
    expect.not.objectContaining({as_of: expect.anything()}),
  ])
})
