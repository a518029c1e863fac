import {expect, test} from 'vitest'
import * as expected from '#lib/dates/date-comparison.ts'
import {parsePartialDate} from '#lib/dates/partial-date.ts'
import {dateParams, isBefore, isFuture, isPast} from '#sanity/structure/date-conditions.ts'
import {runGroq, type SeedDocument} from '../seed/seed.ts'

const days = ['2026-01-15', '2026-02-28', '2026-03-01', '2026-07-02', '2026-11-28', '2026-12-31']
const years = [1999, 2025, 2026, 2027]
const points = years.flatMap((year) =>
  ['', '-01', '-02', '-03', '-07', '-11', '-12', '-02-28', '-07-02', '-11-28', '-11-29', '-12-31']
    .map((rest) => `${year}${rest}`)
    .flatMap((date) => [date, `${date}?`, `${date}~`, `${date}%`])
    .concat([21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41].map((part) => `${year}-${part}`))
    .concat([`[..${year}]`, `[${year}-07..]`, `[${year}..${year + 2}]`, `[${year}-03..${year}-08]`]),
)
const dates = [
  ...points,
  ...['199X', '202X', '203X'],
  ...years.flatMap((year) => [`[2014,${year}]`, `[${year},${year + 1}]`, `[${year}-07,2031]`]),
]
const documents: SeedDocument[] = dates.map((date, index) => ({_id: String(index), _type: 'any', date}))

test.each(days)(
  'on %s the Studio’s lists agree with the site about dates that are over and ahead',
  async (day) => {
    const now = new Date(`${day}T12:00:00Z`)
    const listed = (condition: string) => runGroq(`*[${condition}].date`, dateParams(now), documents)
    expect(dates.every((date) => parsePartialDate(date))).toBe(true)
    expect(await listed(isPast('date'))).toEqual(dates.filter((date) => expected.isPast(date, now)))
    expect(await listed(isFuture('date'))).toEqual(dates.filter((date) => expected.isFuture(date, now)))
  },
)

test('a pair of dates is listed only if it is in the wrong order in every reading', async () => {
  const pairs: SeedDocument[] = points.flatMap((since, index) =>
    [3, 7, 50, 111].map((step) => {
      const until = points[(index + step) % points.length]
      return {_id: `${since} ${until}`, _type: 'any', since, until}
    }),
  )
  const listed: SeedDocument[] = await runGroq(`*[${isBefore('until', 'since')}]`, {}, pairs)
  expect(listed.length).toBeGreaterThan(100)
  expect(listed.filter(({since, until}) => !expected.isBefore(until, since))).toEqual([])
})
