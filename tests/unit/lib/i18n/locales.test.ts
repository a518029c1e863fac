import {expect, test} from 'vitest'
import {isLocale, negotiateLocale} from '#lib/i18n/locales.ts'

test.each([
  ['no header', null, 'cs'],
  ['an empty header', '', 'cs'],
  ['English', 'en-GB,en;q=0.9', 'en'],
  ['Czech before English', 'cs,en;q=0.8', 'cs'],
  ['English by quality, not by position', 'cs;q=0.5,en;q=0.9', 'en'],
  ['a language we lack, then English', 'de-DE,de;q=0.9,en;q=0.5', 'en'],
  ['only languages we lack', 'uk,ru;q=0.9', 'en'],
  ['Slovak, whose readers read Czech', 'sk-SK,en;q=0.5', 'cs'],
  ['English refused', 'en;q=0', 'cs'],
  ['any language', '*', 'cs'],
  ['nonsense', ';;q=,,;=', 'cs'],
])('%s gives the right locale', (_, header, locale) => {
  expect(negotiateLocale(header)).toBe(locale)
})

test('only our two languages are locales', () => {
  expect(['cs', 'en', 'CS', 'sk', '', undefined, 'toString'].map(isLocale)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
