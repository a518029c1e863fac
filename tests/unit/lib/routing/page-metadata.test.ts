import {expect, test} from 'vitest'
import {pageMetadata} from '#lib/routing/page-metadata.ts'

test('a page in both languages names both, itself as canonical, and a default', () => {
  expect(pageMetadata('en', {title: 'Committee', alternates: {cs: '/cs/a', en: '/en/b'}})).toMatchObject({
    title: 'Committee – SIMI',
    alternates: {canonical: '/en/b', languages: {cs: '/cs/a', en: '/en/b', 'x-default': '/cs/a'}},
  })
})

test('a page in one language promises no other', () => {
  expect(pageMetadata('en', {title: 'Committee', alternates: {en: '/en/b'}}).alternates).toEqual({
    canonical: '/en/b',
    languages: {en: '/en/b', 'x-default': '/en/b'},
    types: {'application/atom+xml': '/en/feed.xml'},
  })
})

test('a page without words of its own uses the site’s', () => {
  const {title, description} = pageMetadata('cs', {alternates: {cs: '/cs'}})
  expect(title).toContain('SIMI')
  expect(description).not.toBe('')
})
