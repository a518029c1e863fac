import {expect, test} from 'vitest'
import {savedAt} from '#sanity/studio/saved-badge.ts'

test('the time of the last save has its day unless that is today', () => {
  const saved = new Date(2026, 10, 27, 21, 43)
  expect(savedAt(saved, new Date(2026, 10, 27, 23, 0))).toBe('21:43')
  expect(savedAt(saved, new Date(2026, 10, 28, 1, 0)).replace(/\s/g, ' ')).toBe('27. 11. 21:43')
})
