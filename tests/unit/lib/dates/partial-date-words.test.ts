import {describe, expect, test} from 'vitest'
import {formatPartialDate, parsePartialDate} from '#lib/dates/partial-date.ts'
import {isAmbiguousDate, readPartialDate, readPointInTime} from '#lib/dates/partial-date-words.ts'
import {locales} from '#lib/i18n/locales.ts'

describe('a date in words', () => {
  test.each([
    ['summer 2010', '2010-22'],
    ['léto 2010', '2010-22'],
    ['v létě 2010', '2010-22'],
    ['září 2000', '2000-09'],
    ['V září 2000', '2000-09'],
    ['zari 2000', '2000-09'],
    ['podzim 2010', '2010-23'],
    ['na podzim 2010', '2010-23'],
    ['v zimě 2010', '2010-24'],
    ['fall 2010', '2010-23'],
    ['asi 2012', '2012~'],
    ['kolem roku 2012', '2012~'],
    ['circa 2012', '2012~'],
    ['2012?', '2012?'],
    ['snad 2012', '2012?'],
    ['od 2015', '2015/'],
    ['od roku 2015', '2015/'],
    ['since September 2015', '2015-09/'],
    ['od 2015 do 2019', '2015/2019'],
    ['from 2015 to 2019', '2015/2019'],
    ['2015-2019', '2015/2019'],
    ['2015 až dosud', '2015/..'],
    ['2015 – present', '2015/..'],
    ['do roku 2019', '/2019'],
    ['2016 nebo 2017', '[2016,2017]'],
    ['2016 or 2017', '[2016,2017]'],
    ['30. 9. 2000', '2000-09-30'],
    ['30.9.2000', '2000-09-30'],
    ['9/2000', '2000-09'],
    ['30. září 2000', '2000-09-30'],
    ['September 30, 2000', '2000-09-30'],
    ['June 2000', '2000-06'],
    ['v červnu 2000', '2000-06'],
    ['v červenci 2000', '2000-07'],
    ['v únoru 2004', '2004-02'],
    ['  2000-09 ', '2000-09'],
    ['konec roku 2024', '2024-39'],
    ['na konci roku 2024', '2024-39'],
    ['koncem roku 2024', '2024-39'],
    ['konec 2024', '2024-39'],
    ['end of 2024', '2024-39'],
    ['at the end of 2024', '2024-39'],
    ['late 2024', '2024-39'],
    ['začátek 2011', '2011-37'],
    ['na začátku roku 2011', '2011-37'],
    ['počátek roku 2011', '2011-37'],
    ['beginning of 2011', '2011-37'],
    ['early 2011', '2011-37'],
    ['v polovině roku 2011', '2011-38'],
    ['mid-2011', '2011-38'],
    ['the middle of 2011', '2011-38'],
    ['1. pololetí 2012', '2012-40'],
    ['v 1. pololetí roku 2012', '2012-40'],
    ['první polovina roku 2012', '2012-40'],
    ['druhé pololetí 2012', '2012-41'],
    ['first half of 2012', '2012-40'],
    ['in the second half of 2012', '2012-41'],
    ['3. čtvrtletí 2012', '2012-35'],
    ['fourth quarter of 2012', '2012-36'],
    ['jaro/léto 2010', '[2010-03..2010-08]'],
    ['jaro nebo léto 2010', '[2010-03..2010-08]'],
    ['spring/summer 2010', '[2010-03..2010-08]'],
    ['spring or summer 2010', '[2010-03..2010-08]'],
    ['podzim/zima 2010', '[2010-09..2011-02]'],
    ['zima 2010 nebo jaro 2011', '[2010-12..2011-05]'],
    ['před 2010', '[..2009]'],
    ['před rokem 2010', '[..2009]'],
    ['before 2010', '[..2009]'],
    ['před zářím 2010', '[..2010-08]'],
    ['before 1 March 2012', '[..2012-02-29]'],
    ['po roce 2005', '[2006..]'],
    ['po 2005', '[2006..]'],
    ['after 2005', '[2006..]'],
    ['po prosinci 2005', '[2006-01..]'],
    ['mezi roky 2010 a 2012', '[2010..2012]'],
    ['between 2010 and 2012', '[2010..2012]'],
    ['90. léta', '199X'],
    ['v 90. letech', '199X'],
    ['devadesátá léta', '199X'],
    ['90. léta 20. století', '199X'],
    ['20. léta 21. století', '202X'],
    ['the 1990s', '199X'],
    ['in the 1990s', '199X'],
    ['the 90s', '199X'],
    ['1.1.10', '2010-01-01'],
    ['1. 1. 10', '2010-01-01'],
    ['17.11.89', '1989-11-17'],
    ['9/30/2000', '2000-09-30'],
    ['30/9/2000', '2000-09-30'],
    ['1/1/2010', '2010-01-01'],
  ])('"%s" is %s', (words, edtf) => {
    expect(readPartialDate(words)).toBe(edtf)
  })

  test.each([
    '',
    'loni',
    'last year',
    '31. 2. 2000',
    'září',
    'asi léto 2010',
    '13/2000',
    'léto nebo zima',
    '2019 – 2015',
    '1/1/10',
    '1/2/2010',
    '20. léta',
    'před lety',
    'před rokem',
    'po válce',
    'jaro/zima 2010',
    'léto/jaro 2010',
    'konec roku',
    'mezi 2012 a 2010',
    'asi konec roku 2024',
  ])('"%s" is not understood', (words) => {
    expect(readPartialDate(words)).toBeUndefined()
  })
})

test('a date whose day and month can be exchanged is ambiguous', () => {
  expect(['1/1/10', '1/2/2010', ' 9/8/2000 '].map(isAmbiguousDate)).toEqual([true, true, true])
  expect(['1.2.2010', '30/9/2000', '1/1/2010', '9/2000', 'léto 2010'].map(isAmbiguousDate)).toEqual(
    Array(5).fill(false),
  )
})

const years = ['1000', '1999', '2024']
const exact = years.flatMap((year) => [
  year,
  ...Array.from({length: 12}, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  ...Array.from(
    {length: 12},
    (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-0${(month % 9) + 1}`,
  ),
])
const points = [
  ...exact.flatMap((date) => ['', '?', '~', '%'].map((doubt) => date + doubt)),
  ...years.flatMap((year) =>
    [21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41].map((part) => `${year}-${part}`),
  ),
  ...['100X', '199X', '200X', '201X', '202X'],
]
const ranges = [
  ...exact.flatMap((date) => [`[..${date}]`, `[${date}..]`]),
  ...years.flatMap((year) => [
    `[${year}..${Number(year) + 2}]`,
    `[${year}-03..${year}-08]`,
    `[${year}-06..${year}-11]`,
    `[${year}-09..${Number(year) + 1}-02]`,
    `[${year}-12..${Number(year) + 1}-05]`,
  ]),
]
const pairs = points.flatMap((from, index) => {
  const to = points[(index * 7 + 3) % points.length] ?? ''
  return [`${from}/${to}`, `[${from},${to}]`, `[${from},${to},2025]`]
})
const all = [
  ...points,
  ...ranges,
  ...points.flatMap((date) => [`${date}/`, `${date}/..`, `/${date}`]),
  ...pairs,
]

test.each(locales)('every date formatted in "%s" is parsed as the same date', (locale) => {
  const valid = all.filter((edtf) => parsePartialDate(edtf))
  expect(valid.length).toBeGreaterThan(1000)
  const changed = valid
    .map((edtf) => ({edtf, words: formatPartialDate(edtf, locale) ?? ''}))
    .map(({edtf, words}) => ({edtf, words, read: readPartialDate(words)}))
    .filter(({edtf, read}) => edtf !== read)
  expect(changed).toEqual([])
})

test('for one end of a period, "od" and "do" change nothing', () => {
  expect(['od léta 2010', 'since 2015', 'do konce roku 2024', '2015/2016'].map(readPointInTime)).toEqual([
    '2010-22',
    '2015',
    readPartialDate('konec roku 2024'),
    '2015/2016',
  ])
})
