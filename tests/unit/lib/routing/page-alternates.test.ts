import {expect, test} from 'vitest'
import {pageAlternates} from '#lib/routing/page-alternates.ts'

const group = {kind: 'group', group: 'european-networks'} as const

test('a further page of a list has an alternate only if the other list has that many pages', () => {
  const [cs, en] = ['/cs/nase-clenstvi/evropske-site/strana/2', '/en/our-membership/european-networks/page/2']
  expect(pageAlternates({...group, page: 2}, {cs: 11, en: 11})).toEqual({cs, en})
  expect(pageAlternates({...group, page: 2}, {cs: 11, en: 10})).toEqual({cs})
  expect(pageAlternates({...group, page: 2}, {cs: 0, en: 11})).toEqual({en})
})

test('the first page exists in both languages, also when it is empty', () => {
  expect(Object.keys(pageAlternates({...group, page: 1}, {cs: 0, en: 0}))).toEqual(['cs', 'en'])
})
