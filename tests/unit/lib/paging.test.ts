import {expect, test} from 'vitest'
import {pageCount, pageLinks, sliceOf, titleOfPage} from '#lib/paging.ts'

test('pages follow on each other and the last holds what is left', () => {
  const first = sliceOf('group', 1)
  const second = sliceOf('group', 2)
  expect(first.start).toBe(0)
  expect(second.start).toBe(first.end)
  expect(pageCount('group', first.end)).toBe(1)
  expect(pageCount('group', first.end + 1)).toBe(2)
})

test('an empty list has one page', () => {
  expect(pageCount('overview', 0)).toBe(1)
})

test('the first, the last and the neighbours are linked, gaps are one mark', () => {
  expect(pageLinks(1, 3)).toEqual([1, 2, 3])
  expect(pageLinks(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
  expect(pageLinks(9, 9)).toEqual([1, undefined, 8, 9])
})

test('pages after the first say their number in their title', () => {
  expect(titleOfPage('České sítě', 1, 'cs')).toBe('České sítě')
  expect(titleOfPage('České sítě', 2, 'cs')).toBe('České sítě – strana\u00a02')
})
