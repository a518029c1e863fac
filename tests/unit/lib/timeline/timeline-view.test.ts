import {describe, expect, test} from 'vitest'
import {eventMark, membershipMark} from '#lib/timeline/marks.ts'
import {type TimelineRow, timelineOf} from '#lib/timeline/timeline-view.ts'

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

describe('what happened', () => {
  test('is as long as its date is vague: a day, a season, a year', () => {
    expect(spanOf(eventMark('2010-08-31', today))).toEqual([[2010.7, 2010.7]])
    expect(spanOf(eventMark('2010-22', today))).toEqual([[2010.4, 2010.7]])
    expect(spanOf(eventMark('2010', today))).toEqual([[2010, 2011]])
    expect(looks(eventMark('2010', today))).toEqual(['certain'])
  })

  test('is uncertain or about, and then a year wide at least', () => {
    expect(looks(eventMark('2016?', today))).toEqual(['uncertain'])
    expect(looks(eventMark('[2016,2017]', today))).toEqual(['uncertain'])
    expect(spanOf(eventMark('[2016,2017]', today))).toEqual([[2016, 2018]])
    expect(looks(eventMark('2012~', today))).toEqual(['about'])
    expect(spanOf(eventMark('2009-12~', today))).toEqual([[2009.5, 2010.5]])
  })

  test('fades where its beginning or its end is unknown, and runs on only where it is said to', () => {
    expect(looks(eventMark('2015/', today))).toEqual(['fading-out'])
    expect(looks(eventMark('/2015', today))).toEqual(['fading-in'])
    expect(eventMark('2015/..', today)).toEqual({
      pieces: [{from: expect.closeTo(2015, 2), to: today, look: 'certain'}],
      goesOn: true,
    })
  })

  test('is not drawn when its date is none', () => {
    expect(eventMark('soon', today)).toBeUndefined()
    expect(eventMark(undefined, today)).toBeUndefined()
  })
})

describe('a membership', () => {
  test('whose end nobody knows fades from when it was last stated', () => {
    const mark = membershipMark({since: '2015', status: 'unknown', asOf: '[2016,2017]'}, today)
    expect(looks(mark)).toEqual(['within', 'uncertain', 'fading-faintly'])
    expect(spanOf(mark)).toEqual([
      [2015, 2016],
      [2016, 2018],
      [2018, 2021],
    ])
    expect(mark?.goesOn).toBeUndefined()
  })

  test('without an end goes on to today', () => {
    const mark = membershipMark({since: '2015-03-01', status: 'active'}, today)
    expect(spanOf(mark)).toEqual([[2015.2, today]])
    expect(mark?.goesOn).toBe(true)
  })

  test('of which only the time of a statement is known is drawn as long as that, and as not confirmed', () => {
    for (const asOf of ['2016', '[2016,2017]', '2016-05-01']) {
      const mark = membershipMark({asOf, status: 'unknown'}, today)
      expect(looks(mark), asOf).toEqual(['doubtful'])
      expect(spanOf(mark), asOf).toEqual(spanOf(eventMark(asOf, today)))
    }
  })

  test('that was said to go on years ago is not drawn to today', () => {
    const row = {since: '2010-01-01', status: 'active'} as const
    expect(membershipMark({...row, asOf: '2017'}, today)?.goesOn).toBeUndefined()
    expect(looks(membershipMark({...row, asOf: '2017'}, today))).toEqual([
      'certain',
      'within',
      'fading-faintly',
    ])
    expect(membershipMark({...row, asOf: '2026'}, today)?.goesOn).toBe(true)
  })

  test('with both its days is a bar between them', () => {
    const mark = membershipMark({since: '2024-04-01', until: '2024-09-30', status: 'former'}, today)
    expect(looks(mark)).toEqual(['certain'])
    expect(spanOf(mark)).toEqual([[2024.2, 2024.7]])
  })

  test('with an end alone fades in to it', () => {
    expect(looks(membershipMark({until: '2010', status: 'former'}, today))).toEqual(['fading-in', 'within'])
  })

  test('without any date is not drawn', () => {
    expect(membershipMark({status: 'unknown'}, today)).toBeUndefined()
  })
})

describe('the timeline', () => {
  test('of nothing has years and no networks', () => {
    expect(timelineOf([], 'en', now)).toEqual({ticks: expect.any(Array), networks: [], undated: []})
    expect(timelineOf(null, 'en', now).ticks.length).toBeGreaterThan(1)
  })

  test('shows conflicting foundations both, each with its source', () => {
    const [made] = timelineOf(
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
    expect(made?.facts.map(({title, details}) => [title, ...details].map(({text}) => text))).toEqual([
      ['Founded', 'September 2000', 'according to First', 'sources give different dates'],
      ['Founded', '2003', 'according to Second publisher', 'sources give different dates'],
    ])
    expect(made?.facts.map(({row}) => row.pieces.map(({look}) => look))).toEqual([['doubtful'], ['doubtful']])
  })

  test('keeps everything inside its picture, and at least half of its width for words', () => {
    const [made] = timelineOf(
      [network({events: ['2010', '2010-03', '2010-22', '1999~', '2026-01'].map((date) => event(date))})],
      'en',
      now,
    ).networks
    const rows = made?.facts.map(({row}) => row) ?? []
    expect(rows).toHaveLength(5)
    for (const row of rows) {
      const room = row.anchor === 'start' ? 100 - row.at : row.at
      expect(room).toBeGreaterThan(row.place === 'above' ? 50 : 0)
      for (const {from, to} of row.pieces) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(100)
      }
    }
  })

  test('says without a picture what has no date', () => {
    const {networks, undated} = timelineOf(
      [network({memberships: [{_id: 'm', member: {_type: 'organization', name: {en: 'Made up'}}}]})],
      'cs',
      now,
    )
    expect(networks).toEqual([])
    expect(undated.map(({href}) => href)).toEqual(['/cs/nase-clenstvi/ceske-site/vymyslena'])
  })

  test('keeps the rest when one network or one date is malformed', () => {
    const complain = console.error
    const complaints: string[] = []
    console.error = (complaint: string) => complaints.push(complaint)
    const {networks} = timelineOf(
      [network({_id: 'bad', name: null}), network({events: [event('2010-99'), event('2011')]})],
      'en',
      now,
    )
    console.error = complain
    expect(networks.map(({facts}) => facts.map(({when}) => when))).toEqual([['2011']])
    expect(complaints).toHaveLength(2)
  })
})
