import {expect, test} from 'vitest'
import {linesOf, spacedWidthOf, widthOf} from '#lib/typography/letter-width.ts'

test('capitals and wide letters are wider, and spacing adds to each letter and each space', () => {
  expect(widthOf('WWW')).toBeGreaterThan(widthOf('ill'))
  expect(widthOf('SIMI')).toBeGreaterThan(widthOf('simi'))
  expect(widthOf('网络')).toBe(2)
  expect(spacedWidthOf('ab') - widthOf('ab')).toBeCloseTo(0.24)
  expect(spacedWidthOf('a b') - widthOf('a b')).toBeCloseTo(0.52)
})

test('lines are counted for short words, long words and an empty text', () => {
  expect(linesOf('one', 10)).toBe(1)
  expect(linesOf('', 10)).toBe(1)
  expect(linesOf('one two three four', 5)).toBe(4)
  expect(linesOf('x'.repeat(100), 10)).toBeGreaterThanOrEqual(7)
  expect(linesOf(`one ${'x'.repeat(100)} two`, 10)).toBeGreaterThanOrEqual(9)
})
