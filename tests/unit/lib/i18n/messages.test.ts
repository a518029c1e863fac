import {expect, test} from 'vitest'
import {countOf, messagesIn} from '#lib/i18n/messages/messages.ts'

const count = (value: number, unit: string, locale: 'cs' | 'en') => {
  const forms = messagesIn(locale).units[unit]
  if (!forms) throw new Error(`no unit ${unit}`)
  return countOf(value, forms, locale).replace(/\u00a0/g, ' ')
}

test('Czech has forms for one, two to four, and five or more', () => {
  expect([0, 1, 2, 4, 5, 11, 21, 64].map((value) => count(value, 'representatives', 'cs'))).toEqual([
    '0 zástupců',
    '1 zástupce',
    '2 zástupci',
    '4 zástupci',
    '5 zástupců',
    '11 zástupců',
    '21 zástupců',
    '64 zástupců',
  ])
  expect(count(3, 'countries', 'cs')).toBe('3 země')
  expect(count(25, 'countries', 'cs')).toBe('25 zemí')
  expect(count(2, 'organisations', 'cs')).toBe('2 organizace')
})

test('English has forms for one and many', () => {
  expect(count(1, 'organisations', 'en')).toBe('1 organisation')
  expect(count(1560, 'organisations', 'en')).toBe('1,560 organisations')
})

test('a number and its noun stay on one line', () => {
  expect(countOf(64, {one: 'x', other: 'zástupců'}, 'cs')).toBe('64\u00a0zástupců')
})

test('no Czech one-letter word is followed by an ordinary space', () => {
  expect(JSON.stringify(messagesIn('cs')).match(/(^|[\s"(„])[ksvzouaiKSVZOUAI] /g)).toBeNull()
})
