import {describe, expect, test} from 'vitest'
import {locales} from '#lib/i18n/locales.ts'
import {type TimelineRow, timelineView} from '#lib/timeline/timeline-view.ts'

const now = new Date('2026-07-02T12:00:00Z')

const network = (id: string, rest: Partial<TimelineRow>): TimelineRow => ({
  _id: id,
  name: {cs: id, en: id},
  slug: {cs: {current: id}, en: {current: id}},
  ...rest,
})
const founded = (date: string) => network(date, {events: [{_key: date, kind: 'founded', date}]})
const member = {_type: 'organization', name: {cs: 'Členka', en: 'Member'}} as const
const withinScale = founded('2016')

describe.each(locales)('a date far outside the scale (%s)', (locale) => {
  const plain = timelineView([withinScale], locale, now)

  test.each(['2106', '9999', '9999-12-31', '1016', '[9998,9999]', '2106?'])(
    'such as %s does not change the marks of the others, and has a caveat',
    (date) => {
      const {ticks, networks} = timelineView([withinScale, founded(date)], locale, now)
      expect(ticks).toEqual(plain.ticks)
      expect(networks[0]).toEqual(plain.networks[0])
      const [fact] = networks[1]?.facts ?? []
      expect(fact?.row.pieces).toEqual([])
      expect(fact?.row.goesOn).toBe(false)
      expect(fact?.when).toContain(date.replace(/\D.*/, '').slice(0, 4))
      const caveat = {cs: 'mimo osu let', en: 'outside the line of years'}[locale]
      expect(fact?.details.map(({text}) => text)).toContain(caveat)
      expect(fact?.value.caveats).toContain(caveat)
      expect(Number.isFinite(fact?.row.at)).toBe(true)
    },
  )

  test('such as an end in 9999 or a start in 1016 cuts the bar at the edge of the scale', () => {
    const memberships = [
      {_id: 'a', member, since: '2010-01-01', until: '9999', status: 'active'},
      {_id: 'b', member, since: '1016', until: '2016-01-01', status: 'former'},
    ]
    const {ticks, networks} = timelineView([withinScale, network('one', {memberships})], locale, now)
    expect(ticks.length).toBeLessThan(10)
    const [ahead, ago] = networks[1]?.facts.map(({row}) => row) ?? []
    expect(ahead?.pieces.at(-1)?.to).toBe(100)
    expect(ahead?.goesOn).toBe(true)
    expect(ago?.pieces[0]?.from).toBe(0)
    expect(ago?.goesOn).toBe(false)
  })

  test('differs from a date in the near future, which extends the scale', () => {
    const memberships = [{_id: 'a', member, since: '2010', until: '2028-12-31', status: 'active'}]
    const {networks} = timelineView([network('one', {memberships})], locale, now)
    expect(networks[0]?.facts[0]?.row).toMatchObject({goesOn: false})
    expect(networks[0]?.facts[0]?.row.pieces.at(-1)?.to).toBe(100)
    const {networks: both} = timelineView(
      [
        network('one', {memberships}),
        network('two', {memberships: [{_id: 'b', member, since: '2010', status: 'active'}]}),
      ],
      locale,
      now,
    )
    // The bar ends today, with the arrow.
    expect(both[1]?.facts[0]?.row.pieces.at(-1)?.to).toBeLessThan(95)
  })
})
