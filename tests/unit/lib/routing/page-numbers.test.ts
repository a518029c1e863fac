import {expect, test} from 'vitest'
import {entriesOf, numberedTitle, pageCount, pageLinks} from '#lib/routing/page-numbers.ts'

test('pages follow each other, and the last has the rest', () => {
  const entries = Array.from({length: 25}, (_, index) => index)
  const pages = [1, 2, 3].map((page) => entriesOf('group', page, entries))
  expect(pages.flat()).toEqual(entries)
  expect(pages.map(({length}) => length)).toEqual([10, 10, 5])
  expect(pageCount('group', 10)).toBe(1)
  expect(pageCount('group', 11)).toBe(2)
})

test('an empty list has one page', () => {
  expect(pageCount('overview', 0)).toBe(1)
})

test('the first, the last and the neighbours are linked, and a gap is one undefined', () => {
  expect(pageLinks(1, 3)).toEqual([1, 2, 3])
  expect(pageLinks(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
  expect(pageLinks(9, 9)).toEqual([1, undefined, 8, 9])
})

test('the title has the page number, except on the first page', () => {
  expect(numberedTitle('České sítě', 1, 'cs')).toBe('České sítě')
  expect(numberedTitle('České sítě', 2, 'cs')).toBe('České sítě – strana\u00a02')
})
