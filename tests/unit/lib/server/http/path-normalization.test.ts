import {expect, test} from 'vitest'
import {normalizePath} from '#lib/server/http/path-normalization.ts'

test.each([
  ['a plain path', '/cs/nase-clenstvi', '/cs/nase-clenstvi'],
  ['an encoded letter', '/%63s', '/cs'],
  ['lower-case digits', '/cs/%c5%a1', '/cs/%C5%A1'],
  ['bytes that a client did not encode', '/cs/\u00c5\u00a1', '/cs/%C5%A1'],
  ['an encoded slash, which stays', '/cs/a%2fb', '/cs/a%2Fb'],
  ['dot segments', '/cs/./og/../og/home', '/cs/og/home'],
  ['encoded dot segments', '/cs/%2e%2E/en', '/en'],
  ['repeated slashes', '//example.com//', '/example.com/'],
  ['a backslash', '/\\example.com', '/example.com'],
  ['an encoded percent sign', '/cs/50%25', '/cs/50%25'],
  ['a sequence that is no UTF-8', '/cs/%A0', undefined],
  ['half of a sequence', '/cs/%4', undefined],
  ['a percent sign', '/cs/50%', undefined],
])('%s', (_, path, normal) => {
  expect(normalizePath(path)).toBe(normal)
  if (normal) expect(normalizePath(normal), 'the normal form is its own').toBe(normal)
})
