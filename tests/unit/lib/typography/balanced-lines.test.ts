import {expect, test} from 'vitest'
import {balancedLines} from '#lib/typography/balanced-lines.ts'

const linesOf = (text: string, room: number) =>
  balancedLines(text, () => room)
    .split(' ')
    .map((line) => line.replaceAll('\u00a0', ' '))

test('the last line of a title is not a single short word', () => {
  expect(linesOf('Committee for the Rights of Foreigners', 20)).toEqual([
    'Committee for the',
    'Rights of Foreigners',
  ])
  expect(linesOf('SIMI’s networks and partners', 13)).toEqual(['SIMI’s networks', 'and partners'])
  expect(linesOf('Timeline', 13)).toEqual(['Timeline'])
})

test('more lines are used only if fewer have no room', () => {
  const title = 'Pracovní skupina k ekonomické migraci při Ministerstvu průmyslu a obchodu'
  const roomFor = (lines: number) => (lines < 4 ? 13 : 18)
  expect(balancedLines(title, roomFor).split(' ')).toHaveLength(4)
})

test('a word that is wider than a line leaves the title as it is', () => {
  const title = `A network ${'x'.repeat(60)}`
  expect(balancedLines(title, () => 13)).toBe(title)
  expect(balancedLines('', () => 13)).toBe('')
})
