import {expect, it} from 'vitest'
import {groupPath, groups, homePath, landingPath, networkPath, viewPath, views} from '#lib/routing/paths.ts'
import {isPreviewPage} from '#lib/server/preview/preview-page.ts'

it('pages in both languages are preview pages, with any letters in their slugs', () => {
  for (const locale of ['cs', 'en'] as const) {
    for (const path of [
      homePath(locale),
      landingPath(locale),
      ...groups.map((group) => groupPath(locale, group)),
      ...groups.map((group) => networkPath(locale, group, 'konsorcium')),
      ...views.map((view) => viewPath(locale, view)),
      `/${locale}/a/b/s%C3%AD%C5%A5`,
      `/${locale}/`,
      `/${locale}/404`,
    ])
      expect(isPreviewPage(path), path).toBe(true)
  }
})

it('feeds, files, pictures, uploads and API routes are not, and neither is a path that leads to one through ..', () => {
  for (const path of [
    '/',
    '/css',
    '/de',
    '/studio',
    '/studio/presentation',
    '/api/draft-mode/enable',
    '/cs/feed.xml',
    '/en/og/home',
    '/en/og/network/picum',
    '/en/og',
    '/data/networks.csv',
    '/data/popolo.json',
    '/sitemap.xml',
    '/robots.txt',
    '/images/site/media/0123.svg',
    '/cs/../images/site/media/0123.svg',
    '/cs//images',
    '/_next/static/a.js',
    'cs',
  ])
    expect(isPreviewPage(path), path).toBe(false)
})
