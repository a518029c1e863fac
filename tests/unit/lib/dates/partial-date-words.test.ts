import {describe, expect, test} from 'vitest'
import {formatPartialDate, parsePartialDate} from '#lib/dates/partial-date.ts'
import {readPartialDate} from '#lib/dates/partial-date-words.ts'
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
  ])('"%s" is not understood', (words) => {
    expect(readPartialDate(words)).toBeUndefined()
  })
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
  ...years.flatMap((year) => [21, 22, 23, 24].map((season) => `${year}-${season}`)),
]
const pairs = points.flatMap((from, index) => {
  const to = points[(index * 7 + 3) % points.length] ?? ''
  return [`${from}/${to}`, `[${from},${to}]`, `[${from},${to},2025]`]
})
const all = [...points, ...points.flatMap((date) => [`${date}/`, `${date}/..`, `/${date}`]), ...pairs]

test.each(locales)('every date formatted in "%s" is parsed as the same date', (locale) => {
  const valid = all.filter((edtf) => parsePartialDate(edtf))
  expect(valid.length).toBeGreaterThan(1000)
  const changed = valid
    .map((edtf) => ({edtf, words: formatPartialDate(edtf, locale) ?? ''}))
    .map(({edtf, words}) => ({edtf, words, read: readPartialDate(words)}))
    .filter(({edtf, read}) => edtf !== read)
  expect(changed).toEqual([])
})
