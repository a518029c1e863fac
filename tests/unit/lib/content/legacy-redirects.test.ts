import {expect, test} from 'vitest'
import {type LegacyRedirectRow, legacyRedirect} from '#lib/content/legacy-redirects.ts'

const rows: LegacyRedirectRow[] = [
  {
    _id: 'network-a',
    name: {cs: 'Síť A', en: 'Network A'},
    slug: {cs: {current: 'sit-a'}},
    level: 'czech',
    legacyPaths: [
      '/en/organization/a',
      'https://www.migrace.com/cs/organizace/a?popup=close',
      '/cs/nase-clenstvi/ceske-site/sit-a',
    ],
  },
]

test.each([
  ['/cs/organizace/nase-clenstvi', '/cs/nase-clenstvi'],
  ['/cs/organizace/nase-clenstvi/ceske-site', '/cs/nase-clenstvi/ceske-site'],
  ['/en/organization/history/czech-network', '/en/our-membership/czech-networks'],
  ['/en/organization/history/czech-network/?popup=close', '/en/our-membership/czech-networks'],
  ['/cs/organizace/a', '/cs/nase-clenstvi/ceske-site/sit-a'],
])('the legacy path %s redirects to %s', (path, target) => {
  expect(legacyRedirect(path, rows)).toBe(target)
})

test('a network without a page in the requested language redirects to the other language', () => {
  expect(legacyRedirect('/en/organization/a', rows)).toBe('/cs/nase-clenstvi/ceske-site/sit-a')
})

test('no path redirects to itself, and an unknown path has no redirect', () => {
  expect(legacyRedirect('/cs/nase-clenstvi/ceske-site/sit-a', rows)).toBeUndefined()
  expect(legacyRedirect('/cs/organizace', rows)).toBeUndefined()
  expect(legacyRedirect('//', rows)).toBeUndefined()
})
