import {describe, expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {eventMark, membershipMark} from '#lib/timeline/marks.ts'
import {type TimelineRow, timelineView} from '#lib/timeline/timeline-view.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {viewPage} from '../../sanity/queries/lists.ts'
import {runGroq} from '../../sanity/seed/seed.ts'

const today = 2026.5
const now = new Date('2026-07-02T00:00:00Z')

const looks = (mark: ReturnType<typeof eventMark>) => mark?.pieces.map(({look}) => look)
const spanOf = (mark: ReturnType<typeof eventMark>) =>
  mark?.pieces.map(({from, to}) => [Math.round(from * 10) / 10, Math.round(to * 10) / 10])

const network = (rest: Partial<TimelineRow> = {}): TimelineRow => ({
  _id: 'network-made-up',
  name: {cs: 'Vymyšlená síť', en: 'Made-up network'},
  slug: {cs: {current: 'vymyslena'}, en: {current: 'made-up'}},
  level: 'czech',
  relationKind: 'network',
  ...rest,
})

const event = (date: string, rest: object = {}) => ({_key: date, kind: 'founded', date, ...rest})

describe('an event', () => {
  test('is as long as the span of its date: a day, a season, a year', () => {
    expect(spanOf(eventMark('2010-08-31', today))).toEqual([[2010.7, 2010.7]])
    expect(spanOf(eventMark('2010-22', today))).toEqual([[2010.4, 2010.7]])
    expect(spanOf(eventMark('2010', today))).toEqual([[2010, 2011]])
    expect(looks(eventMark('2010', today))).toEqual(['certain'])
  })

  test('with an uncertain or approximate date is at least a year wide', () => {
    expect(looks(eventMark('2016?', today))).toEqual(['uncertain'])
    expect(looks(eventMark('[2016,2017]', today))).toEqual(['uncertain'])
    expect(spanOf(eventMark('[2016,2017]', today))).toEqual([[2016, 2018]])
    expect(looks(eventMark('2012~', today))).toEqual(['about'])
    expect(spanOf(eventMark('2009-12~', today))).toEqual([[2009.5, 2010.5]])
  })

  test('fades at an unknown start or end, and continues only with an open end', () => {
    expect(looks(eventMark('2015/', today))).toEqual(['fading-out'])
    expect(looks(eventMark('/2015', today))).toEqual(['fading-in'])
    expect(eventMark('2015/..', today)).toEqual({
      pieces: [{from: expect.closeTo(2015, 2), to: today, look: 'certain'}],
      goesOn: true,
    })
  })

  test('is not drawn without a valid date', () => {
    expect(eventMark('soon', today)).toBeUndefined()
    expect(eventMark(undefined, today)).toBeUndefined()
  })
})

describe('a membership', () => {
  test('with an unknown end fades from its as-of date', () => {
    const mark = membershipMark({since: '2015', status: 'unknown', asOf: '[2016,2017]'}, today)
    expect(looks(mark)).toEqual(['within', 'uncertain', 'fading-faintly'])
    expect(spanOf(mark)).toEqual([
      [2015, 2016],
      [2016, 2018],
      [2018, 2021],
    ])
    expect(mark?.goesOn).toBeUndefined()
  })

  test('that is active reaches to today', () => {
    const mark = membershipMark({since: '2015-03-01', status: 'active'}, today)
    expect(spanOf(mark)).toEqual([[2015.2, today]])
    expect(mark?.goesOn).toBe(true)
  })

  test('with an as-of date only covers that date, drawn as not confirmed', () => {
    for (const asOf of ['2016', '[2016,2017]', '2016-05-01']) {
      const mark = membershipMark({asOf, status: 'unknown'}, today)
      expect(looks(mark), asOf).toEqual(['doubtful'])
      expect(spanOf(mark), asOf).toEqual(spanOf(eventMark(asOf, today)))
    }
  })

  test('that was last stated as active years ago is not drawn to today', () => {
    const row = {since: '2010-01-01', status: 'active'} as const
    expect(membershipMark({...row, asOf: '2017'}, today)?.goesOn).toBeUndefined()
    expect(looks(membershipMark({...row, asOf: '2017'}, today))).toEqual([
      'certain',
      'within',
      'fading-faintly',
    ])
    expect(membershipMark({...row, asOf: '2026'}, today)?.goesOn).toBe(true)
  })

  test('with exact start and end is a bar between them', () => {
    const mark = membershipMark({since: '2024-04-01', until: '2024-09-30', status: 'former'}, today)
    expect(looks(mark)).toEqual(['certain'])
    expect(spanOf(mark)).toEqual([[2024.2, 2024.7]])
  })

  test('with an end only fades in', () => {
    expect(looks(membershipMark({until: '2010', status: 'former'}, today))).toEqual(['fading-in', 'within'])
  })

  test('without any date is not drawn', () => {
    expect(membershipMark({status: 'unknown'}, today)).toBeUndefined()
  })
})

describe('the timeline', () => {
  test('without networks has years only', () => {
    expect(timelineView([], 'en', now)).toEqual({ticks: expect.any(Array), networks: [], undated: []})
    expect(timelineView(null, 'en', now).ticks.length).toBeGreaterThan(1)
  })

  test('shows both of two contradicting founding dates, each with its source', () => {
    const [only] = timelineView(
      [
        network({
          events: [
            event('2003', {source: {title: 'Second', publisher: 'Second publisher'}}),
            event('2000-09', {source: {title: 'First'}}),
          ],
        }),
      ],
      'en',
      now,
    ).networks
    expect(only?.facts.map(({title, details}) => [title, ...details].map(({text}) => text))).toEqual([
      ['Founded', 'September 2000', 'according to First', 'sources give different dates'],
      ['Founded', '2003', 'according to Second publisher', 'sources give different dates'],
    ])
    expect(only?.facts.map(({row}) => row.pieces.map(({look}) => look))).toEqual([['doubtful'], ['doubtful']])
  })

  test('keeps every mark inside the picture, and at least half of its width for a label', () => {
    const [only] = timelineView(
      [network({events: ['2010', '2010-03', '2010-22', '1999~', '2026-01'].map((date) => event(date))})],
      'en',
      now,
    ).networks
    const rows = only?.facts.map(({row}) => row) ?? []
    expect(rows).toHaveLength(5)
    for (const row of rows) {
      const labelWidth = row.anchor === 'start' ? 100 - row.at : row.at
      expect(labelWidth).toBeGreaterThan(row.place === 'above' ? 50 : 0)
      for (const {from, to} of row.pieces) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(100)
      }
    }
  })

  test('shows SIMI’s own history on the same years, and its role in a network before the network’s history', async () => {
    const seedHome = await runGroq(HOME_PAGE_QUERY, {id: homeOrganizationId})
    const {rows} = await viewPage('timeline', 'en')
    const {home, networks, ticks} = timelineView(rows, 'en', now, seedHome)
    expect(home?.facts.map(({when, title}) => [when, title.text])).toEqual([
      ['1992', 'Founded'],
      ['1993', 'Activity began'],
      ['1993', 'Founded'],
      ['2009', 'Renamed'],
    ])
    expect(home?.facts.every(({value}) => value.source)).toBe(true)
    expect(ticks[0]?.year).toBe(1995)
    for (const {facts} of networks) {
      const kinds = facts.map(({kind}) => kind)
      expect(kinds).toEqual(kinds.toSorted().toReversed())
    }
  })

  test('lists networks without a date', () => {
    const {networks, undated} = timelineView(
      [network({memberships: [{_id: 'm', member: {_type: 'organization', name: {en: 'Made up'}}}]})],
      'cs',
      now,
    )
    expect(networks).toEqual([])
    expect(undated.map(({href}) => href)).toEqual(['/cs/nase-clenstvi/ceske-site/vymyslena'])
  })

  test('keeps the rest when one network or one date is malformed', () => {
    const consoleError = console.error
    const logged: string[] = []
    console.error = (line: string) => logged.push(line)
    const {networks} = timelineView(
      [network({_id: 'bad', name: null}), network({events: [event('2010-99'), event('2011')]})],
      'en',
      now,
    )
    console.error = consoleError
    expect(networks.map(({facts}) => facts.map(({when}) => when))).toEqual([['2011']])
    expect(logged).toHaveLength(2)
  })
})
