import {expect, test} from 'vitest'
import {identifierUrl} from '#lib/content/identifier-url.ts'

test.each([
  ['ico', '5123', 'https://ares.gov.cz/ekonomicke-subjekty/res/00005123'],
  [
    'eu-transparency-register',
    '890394446311-73',
    'https://transparency-register.europa.eu/searchregister-or-update/organisation-detail_en?id=890394446311-73',
  ],
  ['wikidata', 'Q42', 'https://www.wikidata.org/wiki/Q42'],
])('a number of the register %s leads to its entry there', (scheme, value, url) => {
  expect(identifierUrl(scheme, ` ${value} `)).toBe(url)
})

test.each([
  ['ico', '12 345'],
  ['wikidata', '42'],
  ['eu-transparency-register', '1?x=2'],
  ['another', '42'],
  [undefined, undefined],
])('%s %s is not a link', (scheme, value) => {
  expect(identifierUrl(scheme, value)).toBeUndefined()
})
