import type {ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {describe, expect, test} from 'vitest'
import {HomeContent} from '#components/home-content.tsx'
import {LangText} from '#components/lang-text.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkList} from '#components/network-list.tsx'
import {OverviewTable} from '#components/overview-table.tsx'
import {RelatedNetworks} from '#components/related-networks.tsx'
import {RelationsList} from '#components/relations-list.tsx'
import {RelationsMap} from '#components/relations-map.tsx'
import {Corrections, Sources} from '#components/sources-and-corrections.tsx'
import {TimelinePicture} from '#components/timeline-picture.tsx'
import {TimelineTable} from '#components/timeline-table.tsx'
import {networksIn} from '#lib/content/catalogue.ts'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {homeView} from '#lib/content/home-view.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {networkView} from '#lib/content/network-view.ts'
import {choicesIn} from '#lib/content/overview-choices.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import {bodyIdsOf, relatedViews} from '#lib/content/related-view.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {type Locale, locales, otherLocale} from '#lib/i18n/locales.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'
import {CATALOGUE_QUERY} from '#sanity/queries/catalogue.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {LANDING_PAGE_QUERY} from '#sanity/queries/landing-page.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {OVERVIEW_CHOICES_QUERY, OVERVIEW_PAGE_QUERY} from '#sanity/queries/overview-page.ts'
import {RELATED_QUERY} from '#sanity/queries/related.ts'
import {RELATIONS_PAGE_QUERY} from '#sanity/queries/relations-page.ts'
import {TIMELINE_PAGE_QUERY} from '#sanity/queries/timeline-page.ts'
import {knownTexts, textsWithoutLang} from '../../audit/languages.ts'
import {runGroq, type SeedDocument, seed} from '../sanity/seed/seed.ts'

const edit = () => undefined

/** The documents without translations. Slugs stay, so that every page exists. */
function onlyIn(locale: Locale, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => onlyIn(locale, item))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([key]) => key !== otherLocale(locale))
  return '_type' in value && value._type === 'localeSlug'
    ? value
    : Object.fromEntries(fields.map(([key, field]) => [key, onlyIn(locale, field)]))
}

const untranslated = (locale: Locale) => onlyIn(locale, seed) as SeedDocument[]

/** The content of each page below its heading, by the name of the page. */
async function pagesOf(documents: SeedDocument[], locale: Locale): Promise<[string, ReactNode][]> {
  const read = (query: string, params = {}) => runGroq(query, {locale, ...params}, documents)
  const slugs: string[] = await runGroq('*[_type == "network"].slug.cs.current', {}, documents)
  const networks = await Promise.all(
    slugs.map(async (slug): Promise<[string, ReactNode]> => {
      const row = await read(NETWORK_PAGE_QUERY, {slug})
      const network = networkView(row, locale)
      const related = await read(RELATED_QUERY, {id: row._id, bodyIds: bodyIdsOf(row)})
      return [
        slug,
        <>
          <h1>
            <LangText {...network.name} />
          </h1>
          <NetworkContent network={network} locale={locale} edit={edit} />
          <RelatedNetworks
            networks={relatedViews(row, related, locale)}
            mapPath="/map"
            locale={locale}
            edit={edit}
          />
          <Sources sources={network.sources} locale={locale} edit={edit} />
          <Corrections network={network} locale={locale} edit={edit} />
        </>,
      ]
    }),
  )
  const texts = siteTexts(null, locale)
  const part = {start: 0, end: 100}
  const catalogue = networksIn(await read(CATALOGUE_QUERY, part), locale)
  const ids = catalogue.map(({id}) => id)
  const timeline = timelineView(await read(TIMELINE_PAGE_QUERY, {ids}), locale, new Date())
  const relations = relationsView(await read(RELATIONS_PAGE_QUERY, {ids}), locale)
  const choices = choicesIn(catalogue, await read(OVERVIEW_CHOICES_QUERY, part))
  const overview = await read(OVERVIEW_PAGE_QUERY, {ids: choices.map(({id}) => id)})
  const landing = landingView(await read(LANDING_PAGE_QUERY, {ids}), catalogue, locale)
  const home = homeView(await read(HOME_PAGE_QUERY, {id: homeOrganizationId}), locale)
  return [
    ...networks,
    ['home', <HomeContent key="h" view={home} entries={landing} locale={locale} texts={texts} edit={edit} />],
    ['landing', <NetworkList key="l" entries={landing} locale={locale} texts={texts} edit={edit} />],
    [
      'overview',
      <OverviewTable
        key="o"
        lines={overviewLines(overview, locale)}
        facets={[]}
        chosen={1}
        total={1}
        locale={locale}
        texts={texts}
        edit={edit}
      />,
    ],
    [
      'timeline',
      <>
        <TimelinePicture view={timeline} locale={locale} edit={edit} />
        <TimelineTable view={timeline} locale={locale} edit={edit} />
      </>,
    ],
    [
      'relations',
      <>
        <RelationsMap relations={relations} locale={locale} texts={texts} edit={edit} />
        <RelationsList relations={relations} locale={locale} edit={edit} />
      </>,
    ],
  ]
}

const known = knownTexts(seed)
const htmlOf = (page: ReactNode, locale: Locale) =>
  renderToStaticMarkup(
    <html lang={locale}>
      <body>{page}</body>
    </html>,
  )

describe.each(locales)('in %s', (locale) => {
  test.each([
    ['the seed', seed],
    ['documents without translations', untranslated(otherLocale(locale))],
  ])('every text of %s has a lang attribute if it is not in the page’s language', async (_, documents) => {
    const pages = await pagesOf(documents, locale)
    expect(pages.length).toBeGreaterThan(12)
    for (const [name, page] of pages) expect(textsWithoutLang(htmlOf(page, locale), known), name).toEqual([])
  })
})

test('the check finds a text without lang, also inside another text, in an attribute or in pieces', () => {
  const texts = knownTexts([{title: {cs: 'České sítě', en: 'Czech networks'}}])
  const find = (body: string) => textsWithoutLang(`<html lang="en"><body>${body}</body></html>`, texts).length
  expect(find('<p>According to České sítě (2016)</p>')).toBe(1)
  expect(find('<svg><text><tspan>České</tspan><tspan>sítě</tspan></text></svg>')).toBe(1)
  expect(find('<img alt="České\u00a0sítě">')).toBe(1)
  expect(find('<p>According to <span lang="cs">České sítě</span>, Czech networks</p>')).toBe(0)
  expect(find('<p lang="cs">According to <b>České sítě</b></p><p>Nečeské sítě, České sítěX</p>')).toBe(0)
})
