import {expect, test} from 'vitest'
import {isRenumbered} from '#sanity/structure/renumbered.ts'

test('new ranks in the same order are a renumbering, even if a draft has the rank of its document', () => {
  const before = {a: '0|a', 'drafts.a': '0|a', b: '0|b', c: undefined}
  expect(isRenumbered({a: '0|a', b: '0|b'}, {a: '0|1', b: '0|2'})).toBe(true)
  expect(isRenumbered(before, {c: '0|0', a: '0|1', 'drafts.a': '0|2', b: '0|3'})).toBe(true)
})

test('a move is not a renumbering: one document with its draft, or two documents that swap places', () => {
  expect(isRenumbered({a: '0|c', 'drafts.a': '0|c'}, {a: '0|1', 'drafts.a': '0|1'})).toBe(false)
  expect(isRenumbered({a: '0|a', b: '0|b'}, {b: '0|1', a: '0|2'})).toBe(false)
})
