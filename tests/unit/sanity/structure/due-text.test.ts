import {expect, test} from 'vitest'
import {dueText} from '#sanity/structure/needs-check-query.ts'

const now = new Date('2026-11-27T10:00:00Z')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('the yearly check is due one year after the last, and its row says the day', () => {
  expect(plain(dueText('2026-05-03', now))).toBe('ověřit do 3. května 2027')
  expect(plain(dueText('2024-05-03', now))).toBe('mělo se ověřit do 3. května 2025')
  expect([null, undefined, 'never'].map((day) => dueText(day, now))).toEqual(Array(3).fill('ještě neověřeno'))
})
