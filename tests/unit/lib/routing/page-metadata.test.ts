import {expect, test} from 'vitest'
import {siteTexts} from '#lib/content/site-texts.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'

const {site} = siteTexts(null, 'cs')

test('a page in both languages has both alternates, a canonical path and x-default', () => {
  expect(
    pageMetadata('en', {title: 'Committee', alternates: {cs: '/cs/a', en: '/en/b'}, site}),
  ).toMatchObject({
    title: 'Committee – SIMI',
    alternates: {canonical: '/en/b', languages: {cs: '/cs/a', en: '/en/b', 'x-default': '/cs/a'}},
  })
})

test('a page in one language has no other alternate', () => {
  expect(pageMetadata('en', {title: 'Committee', alternates: {en: '/en/b'}, site}).alternates).toEqual({
    canonical: '/en/b',
    languages: {en: '/en/b', 'x-default': '/en/b'},
    types: {'application/atom+xml': '/en/feed.xml'},
  })
})

test('a page without its own title and description uses those of the site', () => {
  const {title, description} = pageMetadata('cs', {alternates: {cs: '/cs'}, site})
  expect(title).toContain('SIMI')
  expect(description).not.toBe('')
})
