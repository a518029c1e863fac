import {describe, expect, it} from 'vitest'
import {locales} from '#lib/i18n/locales.ts'
import {documentPages, pageTypes} from '#lib/routing/document-pages.ts'
import {landingPath} from '#lib/routing/paths.ts'
import {choicesOf, facets, parseRoute, type Route, routePath} from '#lib/routing/route.ts'

const segmentsOf = (locale: 'cs' | 'en', route: Route) =>
  routePath(locale, route)
    .slice(landingPath(locale).length + 1)
    .split('/')

const places: Route[] = [
  {kind: 'group', group: 'czech-networks', page: 1},
  {kind: 'group', group: 'foreign-partners', page: 12},
  {kind: 'network', group: 'czech-networks', slug: 'page'},
  {kind: 'timeline', page: 1},
  {kind: 'relations', page: 3},
  {kind: 'overview', selection: {}, page: 1},
  {kind: 'overview', selection: {status: 'former'}, page: 1},
  {
    kind: 'overview',
    selection: {group: 'czech-networks', kind: 'alliance', status: 'unknown'},
    page: 2,
  },
]

it.each(pageTypes)('the path of a %s names a route, and the Presentation tool knows it', (kind) => {
  const {path, pattern} = documentPages[kind]
  for (const locale of locales) {
    const segments = path(locale, 'some-slug', {}).split('/')
    expect(parseRoute(locale, segments.slice(3))).toMatchObject({kind, slug: 'some-slug'})
    expect(segments).toHaveLength(pattern.split('/').length)
  }
})

describe('an address below the landing page', () => {
  it.each(places)('leads back to what it was made of: $kind', (route) => {
    for (const locale of locales) expect(parseRoute(locale, segmentsOf(locale, route))).toEqual(route)
  })

  it('is made of the words of its language', () => {
    const route: Route = {kind: 'overview', selection: {group: 'czech-networks', status: 'former'}, page: 2}
    expect(routePath('en', route)).toBe('/en/our-membership/overview/czech-networks/former/page/2')
    expect(routePath('cs', route)).toBe('/cs/nase-clenstvi/prehled/ceske-site/skoncilo/strana/2')
  })

  it.each([
    ['the order of facets is another', ['overview', 'former', 'czech-networks']],
    ['a facet is named twice', ['overview', 'former', 'active']],
    ['a word is of the other language', ['overview', 'skoncilo']],
    ['page one has a number', ['overview', 'page', '1']],
    ['a page is no number', ['timeline', 'page', '2e1']],
    ['a number has zeros before it', ['czech-networks', 'page', '02']],
    ['a page has no number', ['overview', 'page']],
    ['something follows a view', ['timeline', 'former']],
    ['something follows a network', ['czech-networks', 'consortium', 'more']],
    ['nothing follows', ['']],
    ['it is a property of every object', ['constructor']],
    ['it is a property of every object, as a choice', ['overview', 'constructor']],
  ])('names nothing when %s', (_, segments) => {
    expect(parseRoute('en', segments)).toBeUndefined()
  })

  it('says by each word which facet it is of', () => {
    for (const locale of locales) {
      const words = facets.flatMap((facet) =>
        choicesOf(facet).map((choice) =>
          routePath(locale, {kind: 'overview', selection: {[facet]: choice}, page: 1}),
        ),
      )
      expect(new Set(words).size).toBe(words.length)
    }
  })
})
