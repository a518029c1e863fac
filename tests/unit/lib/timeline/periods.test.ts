import type {ValidationContext} from 'sanity'
import {describe, expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {membershipView} from '#lib/content/membership-view.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'
import {isBefore} from '#lib/dates/date-comparison.ts'
import {formatPartialDate, parsePartialDate} from '#lib/dates/partial-date.ts'
import {locales} from '#lib/i18n/locales.ts'
import {membershipMark, yearOfTime} from '#lib/timeline/marks.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'
import {isPointInTime} from '#sanity/schemas/validation/partial-date-rules.ts'

const now = new Date('2026-07-02T12:00:00Z')

/** Every EDTF form that an editor could enter for one end of a period. Most are refused. */
const formsOf = (year: number) => [
  ...[`${year}`, `${year}-05`, `${year}-05-09`].flatMap((date) => [date, `${date}?`, `${date}~`, `${date}%`]),
  ...[33, 37, 39, 40].map((part) => `${year}-${part}`),
  `[${year}-03..${year}-08]`,
  ...[21, 22, 23, 24].flatMap((season) => [`${year}-${season}`, `${year}-${season}?`, `${year}-${season}~`]),
  ...['XX', '05-XX', 'XX-XX'].map((digits) => `${year}-${digits}`),
  `${String(year).slice(0, 3)}X`,
  `[${year},${year + 2}]`,
  `[${year}-05,${year}-07,${year + 1}]`,
  `[${year}-21,${year + 2}]`,
  `[..${year}]`,
  `[${year}..]`,
  `[${year}..${year + 2}]`,
  `{${year},${year + 1}}`,
  `${year}/${year + 2}`,
  `${year}/`,
  `${year}/..`,
  `/${year}`,
  `../${year}`,
  '',
  '..',
]

const accepted = (year: number) =>
  formsOf(year).filter((form) => form && isPointInTime(form, {} as ValidationContext) === true)

const pairs = accepted(2001).flatMap((since) =>
  [...accepted(2001), ...accepted(2003)]
    .filter((until) => !isBefore(until, since))
    .map((until) => ({since, until})),
)

const simi = {_type: 'organization', _id: homeOrganizationId, name: {cs: 'SIMI', en: 'SIMI'}} as const
const network = {
  _id: 'network',
  name: {cs: 'Síť', en: 'Network'},
  slug: {cs: {current: 'sit'}, en: {current: 'network'}},
}
const memberships = (rows: Partial<MembershipRow>[]): MembershipRow[] =>
  rows.map((row, index) => ({_id: `m${index}`, member: simi, status: 'former', ...row}))

const yearsOf = (edtf: string) => {
  const {earliest, latest} = parsePartialDate(edtf) ?? {}
  return {
    from: earliest && yearOfTime(new Date(`${earliest}T00:00:00Z`)),
    to: latest && yearOfTime(new Date(Date.parse(`${latest}T00:00:00Z`) + 86_400_000)),
  }
}

test('the pairs include seasons, sets and uncertain dates', () => {
  expect(pairs.length).toBeGreaterThan(300)
  expect(pairs).toContainEqual({since: '2001-21', until: '2003'})
  expect(pairs).toContainEqual({since: '[2001,2003]', until: '2003-05%'})
})

describe.each(locales)('every pair of ends that the Studio accepts (%s)', (locale) => {
  const rows = memberships(pairs)
  const facts = timelineView([{...network, memberships: rows}], locale, now).networks[0]?.facts ?? []

  test('has the same words in picture, table, network page and overview', () => {
    expect(facts).toHaveLength(rows.length)
    const lines = overviewLines(
      rows.map((row) => ({...row, network})),
      locale,
      now,
    )
    const wrong = pairs.flatMap(({since, until}, index) => {
      const words = [since, until].map((date) => formatPartialDate(date, locale))
      const page = membershipView(rows[index] as MembershipRow, locale, now).facts
      const onPage = ['since', 'until'].map(
        (key) => page.find((fact) => fact.key === key)?.values[0]?.date?.text,
      )
      const inTable = [lines[index]?.since?.text, lines[index]?.until?.text]
      const {when, details} = facts[index] ?? {when: '', details: []}
      const printed = [when.split(/ ?– ?/), onPage, inTable]
      const drawn = details
        .map(({text}) => text)
        .join(' ')
        .replaceAll('\u00a0', ' ')
      return printed.every((dates) => dates.join(' – ') === words.join(' – ')) &&
        drawn.includes(when.replaceAll('\u00a0', ' '))
        ? []
        : [{since, until, when, onPage, inTable, drawn}]
    })
    expect(wrong).toEqual([])
  })
})

test('every pair of ends that the Studio accepts has a bar from the earliest start to the latest end', () => {
  const wrong = pairs.flatMap(({since, until}) => {
    const pieces = membershipMark({since, until, status: 'former'}, yearOfTime(now))?.pieces ?? []
    const from = Math.min(...pieces.map((piece) => piece.from))
    const to = Math.max(...pieces.map((piece) => piece.to))
    const joined = pieces.every((piece, index) => index === 0 || piece.from === pieces[index - 1]?.to)
    const [first, last] = [yearsOf(since).from, yearsOf(until).to]
    // "Before 2001" has no earliest start and "after 2003" no latest end: the bar fades there.
    const startIsRight = first === undefined ? pieces[0]?.look.startsWith('fading') : from === first
    const endIsRight = last === undefined ? pieces.at(-1)?.look.startsWith('fading') : to === last
    const isValid = startIsRight && endIsRight && joined
    return isValid ? [] : [{since, until, pieces}]
  })
  expect(wrong).toEqual([])
})

test.each([
  ['cs', {since: '2010', status: 'active'}, '2010 – trvá'],
  ['en', {since: '2010', status: 'active'}, '2010 – ongoing'],
  ['cs', {since: '2001-21', status: 'unknown'}, 'jaro 2001 – konec neznámý'],
  ['en', {since: '[2001,2003]', status: 'unknown'}, '2001 or 2003 – end unknown'],
  ['cs', {since: '2010', status: 'former'}, '2010 – skončilo, datum není známo'],
  ['en', {since: '2010', status: 'former'}, '2010 – ended, date not known'],
  ['cs', {until: '2003-22', status: 'former'}, 'začátek neznámý – léto 2003'],
  ['en', {asOf: '2016', status: 'active'}, 'As of 2016'],
  ['en', {asOf: '2016', status: 'unknown'}, 'As of 2016'],
] as const)('in %s the period of %j is "%s"', (locale, row, words) => {
  const [only] = timelineView([{...network, memberships: memberships([row])}], locale, now).networks
  expect(only?.facts.map(({when}) => when)).toEqual([words])
})
