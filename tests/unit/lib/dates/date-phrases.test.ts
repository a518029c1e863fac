import {expect, test} from 'vitest'
import {datePhrase} from '#lib/dates/date-phrases.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  ['since', '2010-22', 'od léta 2010', 'since summer 2010'],
  ['since', '2024-03', 'od března 2024', 'since March 2024'],
  ['until', '2024-12', 'do prosince 2024', 'until December 2024'],
  ['until', '2024-24', 'do zimy 2024', 'until winter 2024'],
  ['until', '2024-09-30', 'do 30. září 2024', 'until 30 September 2024'],
  ['since', '2010', 'od 2010', 'since 2010'],
  ['since', '2012~', 'přibližně od 2012', 'since about 2012'],
  ['until', '2012-10~', 'přibližně do října 2012', 'until about October 2012'],
  ['since', '2016-05?', 'pravděpodobně od května 2016', 'since probably May 2016'],
  ['since', '[2016,2017]', 'od 2016 nebo 2017', 'since 2016 or 2017'],
  ['until', 'kdysi', 'do kdysi', 'until kdysi'],
] as const)('%s %s reads as a phrase with correct grammar', (end, edtf, czech, english) => {
  expect(plain(datePhrase(end, edtf, 'cs'))).toBe(czech)
  expect(plain(datePhrase(end, edtf, 'en'))).toBe(english)
})

test('every month and season that a date can have is in the genitive after "od"', () => {
  const phrases = [...Array(12).keys()].map((month) =>
    datePhrase('since', `2020-${String(month + 1).padStart(2, '0')}`, 'cs'),
  )
  expect(phrases.map((phrase) => phrase.split(' ')[1])).toEqual(
    'ledna února března dubna května června července srpna září října listopadu prosince'.split(' '),
  )
  const seasons = [21, 22, 23, 24].map((season) => datePhrase('since', `2020-${season}`, 'cs').split(' ')[1])
  expect(seasons).toEqual(['jara', 'léta', 'podzimu', 'zimy'])
})
