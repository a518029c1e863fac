import {describe, expect, it} from 'vitest'
import {locales} from '#lib/i18n/locales.ts'
import {documentPages, pageTypes} from '#lib/routing/document-pages.ts'
import {landingPath} from '#lib/routing/paths.ts'
import {choicesOf, facets, parseRoute, type Route, routePath} from '#lib/routing/route.ts'

const segmentsOf = (locale: 'cs' | 'en', route: Route) =>
  routePath(locale, route)
    .slice(landingPath(locale).length + 1)
    .split('/')

const routes: Route[] = [
  {kind: 'group', group: 'czech-networks', page: 1},
  {kind: 'group', group: 'foreign-partners', page: 12},
  {kind: 'network', group: 'czech-networks', slug: 'page'},
  {kind: 'timeline', page: 1},
  {kind: 'relations', page: 3},
  {kind: 'neighbourhood', slug: 'consortium'},
  {kind: 'overview', selection: {}, page: 1},
  {kind: 'overview', selection: {status: 'former'}, page: 1},
  {
    kind: 'overview',
    selection: {group: 'czech-networks', kind: 'alliance', status: 'unknown'},
    page: 2,
  },
]

it.each(pageTypes)(
  'the path of a %s is parsed to a route, and the Presentation tool has its pattern',
  (kind) => {
    const {path, pattern} = documentPages[kind]
    for (const locale of locales) {
      const segments = path(locale, 'some-slug', {}).split('/')
      expect(parseRoute(locale, segments.slice(3))).toMatchObject({kind, slug: 'some-slug'})
      expect(segments).toHaveLength(pattern.split('/').length)
    }
  },
)

describe('a path below the landing page', () => {
  it.each(routes)('is parsed back to its route: $kind', (route) => {
    for (const locale of locales) expect(parseRoute(locale, segmentsOf(locale, route))).toEqual(route)
  })

  it('has the slugs of its language', () => {
    const route: Route = {kind: 'overview', selection: {group: 'czech-networks', status: 'former'}, page: 2}
    expect(routePath('en', route)).toBe('/en/our-membership/overview/czech-networks/former/page/2')
    expect(routePath('cs', route)).toBe('/cs/nase-clenstvi/prehled/ceske-site/skoncilo/strana/2')
  })

  it.each([
    ['facets are in the wrong order', ['overview', 'former', 'czech-networks']],
    ['a facet occurs twice', ['overview', 'former', 'active']],
    ['a slug is of the other language', ['overview', 'skoncilo']],
    ['page one has a number', ['overview', 'page', '1']],
    ['a page number is not an integer', ['timeline', 'page', '2e1']],
    ['a page number has a leading zero', ['czech-networks', 'page', '02']],
    ['the page number is missing', ['overview', 'page']],
    ['something follows a view', ['timeline', 'former']],
    ['something follows a network', ['czech-networks', 'consortium', 'more']],
    ['the segment is empty', ['']],
    ['it is a property of Object.prototype', ['constructor']],
    ['a choice is a property of Object.prototype', ['overview', 'constructor']],
  ])('is no route when %s', (_, segments) => {
    expect(parseRoute('en', segments)).toBeUndefined()
  })

  it('has a slug of its own for each choice of each facet', () => {
    for (const locale of locales) {
      const paths = facets.flatMap((facet) =>
        choicesOf(facet).map((choice) =>
          routePath(locale, {kind: 'overview', selection: {[facet]: choice}, page: 1}),
        ),
      )
      expect(new Set(paths).size).toBe(paths.length)
    }
  })
})
