import {expect, test} from 'vitest'
import {typeset} from '#lib/typeset.ts'

test.each([
  ['v létě a v zimě', 'v\u00a0létě a\u00a0v\u00a0zimě'],
  ['(k tomu i jinak)', '(k\u00a0tomu i\u00a0jinak)'],
  ['1. února 2024', '1.\u00a0února 2024'],
  ['od 1. 2. 2024', 'od 1.\u00a02.\u00a02024'],
  ['18 organizací', '18\u00a0organizací'],
  ['U nás', 'U\u00a0nás'],
])('keeps together what a line must not part: %s', (text, set) => {
  expect(typeset(text)).toBe(set)
})

test('leaves longer words alone', () => {
  expect(typeset('pro integraci nebo migraci')).toBe('pro integraci nebo migraci')
})
