import {expect, test} from 'vitest'
import {addressKey} from '#lib/parsing/address-key.ts'
import {seed} from '../../sanity/seed/seed.ts'

test.each([
  ['https://www.example.org/a/', 'http://example.org/a'],
  ['https://example.org/', 'http://www.example.org'],
  ['https://example.org/a#part', 'https://example.org/a'],
])('%s and %s are the same source', (one, other) => {
  expect(addressKey(one)).toBe(addressKey(other))
})

test.each([
  ['https://example.org/a', 'https://example.org/A'],
  ['https://example.org/?lang=cs', 'https://example.org/?lang=en'],
  ['https://cs.example.org/', 'https://en.example.org/'],
])('%s and %s are two sources', (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other))
})

test.each([undefined, 'soon', 'mailto:a@example.org'])('%s is no web address', (value) => {
  expect(addressKey(value)).toBeUndefined()
})

test('the seed has each source once', () => {
  const keys = seed.flatMap(({_type, url}) => (_type === 'source' ? (addressKey(url) ?? []) : []))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
