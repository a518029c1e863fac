import {expect, test} from 'vitest'
import {locales} from '#lib/i18n/locales.ts'
import {
  alternatesOf,
  groupFromSlug,
  groupOf,
  groupPath,
  groupSlug,
  groups,
  homePath,
  landingPath,
  networkPath,
  viewFromSlug,
  viewPath,
  viewSlug,
  views,
} from '#lib/routing/paths.ts'

test('paths are explicit pairs', () => {
  expect(alternatesOf(homePath)).toEqual({cs: '/cs', en: '/en'})
  expect(alternatesOf(landingPath)).toEqual({cs: '/cs/nase-clenstvi', en: '/en/our-membership'})
  expect(groups.map((group) => alternatesOf((locale) => groupPath(locale, group)))).toEqual([
    {cs: '/cs/nase-clenstvi/ceske-site', en: '/en/our-membership/czech-networks'},
    {cs: '/cs/nase-clenstvi/evropske-site', en: '/en/our-membership/european-networks'},
    {cs: '/cs/nase-clenstvi/zahranicni-partneri', en: '/en/our-membership/foreign-partners'},
  ])
  expect(views.map((view) => alternatesOf((locale) => viewPath(locale, view)))).toEqual([
    {cs: '/cs/nase-clenstvi/prehled', en: '/en/our-membership/overview'},
    {cs: '/cs/nase-clenstvi/casova-osa', en: '/en/our-membership/timeline'},
    {cs: '/cs/nase-clenstvi/vztahy', en: '/en/our-membership/relations'},
  ])
  expect(networkPath('en', 'czech-networks', 'consortium')).toBe(
    '/en/our-membership/czech-networks/consortium',
  )
})

test('a slug is valid for its group in its own language only', () => {
  for (const locale of locales) {
    expect(groups.map((group) => groupFromSlug(locale, groupSlug(locale, group)))).toEqual(groups)
  }
  expect(groupFromSlug('en', 'ceske-site')).toBeUndefined()
  expect(groupFromSlug('cs', 'czech-networks')).toBeUndefined()
  expect(groupFromSlug('cs', '')).toBeUndefined()
})

test('a slug is valid for its view in its own language only, and never for a group too', () => {
  for (const locale of locales) {
    expect(views.map((view) => viewFromSlug(locale, viewSlug(locale, view)))).toEqual(views)
    for (const view of views) expect(groupFromSlug(locale, viewSlug(locale, view))).toBeUndefined()
  }
  expect(viewFromSlug('en', 'casova-osa')).toBeUndefined()
})

test('a slug can’t add a segment to a path', () => {
  expect(networkPath('en', 'czech-networks', 'a/../b?c')).toBe(
    '/en/our-membership/czech-networks/a%2F..%2Fb%3Fc',
  )
})

test('the group follows from relationKind, then from level', () => {
  expect(groupOf({relationKind: 'network', level: 'czech'})).toBe('czech-networks')
  expect(groupOf({relationKind: 'network', level: 'european'})).toBe('european-networks')
  expect(groupOf({relationKind: 'network', level: 'international'})).toBe('european-networks')
  expect(groupOf({relationKind: 'partner', level: 'czech'})).toBe('foreign-partners')
  expect(groupOf({relationKind: null, level: null})).toBe('european-networks')
})
