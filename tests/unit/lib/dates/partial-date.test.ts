import {describe, expect, test} from 'vitest'
import {formatPartialDate, machineDate, parsePartialDate} from '#lib/dates/partial-date.ts'

const forms: [edtf: string, cs: string, en: string, earliest?: string, latest?: string][] = [
  ['2000', '2000', '2000', '2000-01-01', '2000-12-31'],
  ['2000-09', 'září 2000', 'September 2000', '2000-09-01', '2000-09-30'],
  ['2004-02', 'únor 2004', 'February 2004', '2004-02-01', '2004-02-29'],
  ['1998-12-09', '9.\u00a0prosince 1998', '9\u00a0December 1998', '1998-12-09', '1998-12-09'],
  ['2010-21', 'jaro 2010', 'spring 2010', '2010-03-01', '2010-05-31'],
  ['2010-22', 'léto 2010', 'summer 2010', '2010-06-01', '2010-08-31'],
  ['2010-23', 'podzim 2010', 'autumn 2010', '2010-09-01', '2010-11-30'],
  ['2010-24', 'zima 2010', 'winter 2010', '2010-12-01', '2011-02-28'],
  ['2012-33', '1. čtvrtletí 2012', 'first quarter of 2012', '2012-01-01', '2012-03-31'],
  ['2011-37', 'začátek roku 2011', 'beginning of 2011', '2011-01-01', '2011-04-30'],
  ['2011-38', 'polovina roku 2011', 'middle of 2011', '2011-05-01', '2011-08-31'],
  ['2024-39', 'konec roku 2024', 'end of 2024', '2024-09-01', '2024-12-31'],
  ['2012-40', '1. pololetí 2012', 'first half of 2012', '2012-01-01', '2012-06-30'],
  ['2012-41', '2. pololetí 2012', 'second half of 2012', '2012-07-01', '2012-12-31'],
  ['199X', '90. léta 20. století', 'the 1990s', '1990-01-01', '1999-12-31'],
  ['200X', 'nultá léta 21. století', 'the 2000s', '2000-01-01', '2009-12-31'],
  ['[..2009]', 'před rokem 2010', 'before 2010', undefined, '2009-12-31'],
  ['[..2010-08]', 'dříve než září 2010', 'before September 2010', undefined, '2010-08-31'],
  ['[2006..]', 'po roce 2005', 'after 2005', '2006-01-01', undefined],
  ['[2006-01..]', 'později než prosinec 2005', 'after December 2005', '2006-01-01', undefined],
  ['[2010..2012]', 'mezi roky 2010 a 2012', 'between 2010 and 2012', '2010-01-01', '2012-12-31'],
  ['[2010-03..2010-08]', 'jaro nebo léto 2010', 'spring or summer 2010', '2010-03-01', '2010-08-31'],
  [
    '[2010-12..2011-05]',
    'zima 2010 nebo jaro 2011',
    'winter 2010 or spring 2011',
    '2010-12-01',
    '2011-05-31',
  ],
  ['2016?', 'pravděpodobně 2016', 'probably 2016', '2016-01-01', '2016-12-31'],
  ['2012~', 'kolem 2012', 'about 2012', '2012-01-01', '2012-12-31'],
  ['2009-12~', 'přibližně prosinec 2009', 'about December 2009', '2009-12-01', '2009-12-31'],
  ['2016%', 'pravděpodobně kolem 2016', 'probably about 2016', '2016-01-01', '2016-12-31'],
  ['2015/', '2015 – konec neznámý', '2015 – end unknown', '2015-01-01', undefined],
  ['2015/..', '2015 – trvá', '2015 – ongoing', '2015-01-01', undefined],
  ['/2015', 'začátek neznámý – 2015', 'start unknown – 2015', undefined, '2015-12-31'],
  ['2016/2017', '2016–2017', '2016–2017', '2016-01-01', '2017-12-31'],
  ['2010-03/2010-04', 'březen 2010 – duben 2010', 'March 2010 – April 2010', '2010-03-01', '2010-04-30'],
  ['[2016,2017]', '2016 nebo 2017', '2016 or 2017', '2016-01-01', '2017-12-31'],
  ['[2015,2016,2018]', '2015, 2016 nebo 2018', '2015, 2016 or 2018', '2015-01-01', '2018-12-31'],
]

describe('every supported form', () => {
  test.each(forms)('%s reads "%s" in Czech and "%s" in English', (edtf, cs, en, earliest, latest) => {
    expect(formatPartialDate(edtf, 'cs')).toBe(cs)
    expect(formatPartialDate(edtf, 'en')).toBe(en)
    expect(parsePartialDate(edtf)).toEqual({...(earliest && {earliest}), ...(latest && {latest})})
  })
})

test.each([
  ['no date at all', 'last year'],
  ['a month that does not exist', '2010-13'],
  ['a day that does not exist', '2010-02-31'],
  ['an end before its start', '2017/2015'],
  ['an interval with two unknown ends', '/'],
  ['an interval with an unknown and an open end', '/..'],
  ['an unspecified century', '20XX'],
  ['an open start', '../2010'],
  ['a range of other months than two seasons', '[2016-01..2016-04]'],
  ['a range that ends before it begins', '[2018..2016]'],
  ['a range beside other dates', '[2012,2016..2018]'],
  ['a year with more than four digits', 'Y12345'],
  ['a time of day', '2010-09-01T10:00:00Z'],
  ['a southern season', '2010-29'],
  ['an empty string', ''],
  ['a number', 2010],
  ['null', null],
])('%s is not a partial date', (_, value) => {
  expect(parsePartialDate(value)).toBeUndefined()
  expect(formatPartialDate(value, 'cs')).toBeUndefined()
  expect(machineDate(value)).toBeUndefined()
})

test('only exact years, months and days are machine-readable', () => {
  expect(['2000', '2000-09', '2000-09-30'].map(machineDate)).toEqual(['2000', '2000-09', '2000-09-30'])
  // Many parsers would read "2010-22" as a month.
  expect(
    ['2010-22', '2010-40', '199X', '[..2009]', '2016?', '2012~', '2015/', '[2016,2017]'].map(machineDate),
  ).toEqual(Array(8).fill(undefined))
})
