import {catchError, concat, map, of, switchMap, timer} from 'rxjs'
import {
  type DocumentLocation,
  type DocumentLocationResolver,
  defineDocuments,
  type PresentationPluginOptions,
} from 'sanity/presentation'
import {type CatalogueRow, compareNetworks} from '#lib/content/catalogue.ts'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {documentLink} from '#lib/content/network-link.ts'
import {type SiteTextsRow, siteTexts, siteTextsId} from '#lib/content/site-texts.ts'
import {type Locale, locales} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {mapValid} from '#lib/parsing/map-valid.ts'
import {parseString} from '#lib/parsing/parse.ts'
import {documentPages, pageOf, pageTypes} from '#lib/routing/document-pages.ts'
import {dataPath, groupPath, groups, homePath, landingPath, viewPath, views} from '#lib/routing/paths.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {contentTypeNames, isOfType} from '#sanity/queries/content-types.ts'
import {LOCATIONS_QUERY} from '#sanity/queries/locations.ts'

type FoundRow = CatalogueRow & {_type?: string | null}
type Found = {pages: FoundRow[]; home: boolean; texts: SiteTextsRow | null}

/** A draft may lack its name while it is typed. */
const withName = (row: FoundRow): FoundRow =>
  row.name?.cs || row.name?.en ? row : {...row, name: {cs: t('Bez názvu', 'Untitled')}}

/** The documents that have a page in a language, in the order of its lists. */
const documentsIn = (rows: readonly FoundRow[], locale: Locale) =>
  mapValid(
    rows,
    (row) => row._id,
    (row) => {
      const page = pageOf(row._type)
      if (!page) return undefined
      const {name, paths} = documentLink(page.type, row, locale)
      const href = paths[locale]
      if (!href) return undefined
      const rank = parseString(row.orderRank)
      return {id: row._id ?? '', type: page.type, row, href, name: name.text, ...(rank && {rank})}
    },
  ).toSorted(compareNetworks(locale))

/** Every page that shows these documents: their own in each language, then the lists that show them. */
export function pagesOf(found: FoundRow[], texts: SiteTextsRow | null = null): DocumentLocation[] {
  const rows = found.filter(({slug}) => slug?.cs?.current || slug?.en?.current).map(withName)
  const byLocale = locales.map((locale) => ({locale, documents: documentsIn(rows, locale)}))
  const own = byLocale.flatMap(({documents}) => documents.map(({name, href}) => ({title: name, href})))
  const lists = byLocale.flatMap(({locale, documents}) => {
    const titles = siteTexts(texts, locale)
    const showing = pageTypes.flatMap((type) =>
      documentPages[type].lists.filter(({shows}) =>
        documents.some((document) => document.type === type && shows(document.row)),
      ),
    )
    return [
      ...showing.map(({section, path}) => ({title: titles[section].title, href: path(locale)})),
      ...(documents.some(({type}) => type === 'network')
        ? [{title: titles.landing.title, href: landingPath(locale)}]
        : []),
    ]
  })
  return [...own, ...lists]
}

/** Every page with a text of the document `siteTexts` below its heading. Its menu is on all pages. */
const pagesOfSiteTexts = (texts: SiteTextsRow | null): DocumentLocation[] =>
  locales.flatMap((locale) => {
    const titles = siteTexts(texts, locale)
    return [
      {title: titles.home.title, href: homePath(locale)},
      {title: titles.landing.title, href: landingPath(locale)},
      ...groups.map((group) => ({title: titles[group].title, href: groupPath(locale, group)})),
      ...views.map((view) => ({title: titles[view].title, href: viewPath(locale, view)})),
      {title: titles.data.title, href: dataPath(locale)},
    ]
  })

/** A listener filters single documents, so this filter cannot follow references. */
const LISTEN_QUERY = `*[${isOfType(contentTypeNames)}]`

const homePages = locales.map((locale) => ({title: messagesIn(locale).siteName, href: homePath(locale)}))

const retryMs = 10_000

const unknownPages = {
  message: t(
    'Teď nejde zjistit, na kterých stránkách to je.',
    'Which pages this is on can’t be found out now.',
  ),
  tone: 'caution' as const,
}

const shownTypes: ReadonlySet<string> = new Set(contentTypeNames)

/** The pages that show a document, with drafts. Shows a message when there are none. */
const locations: DocumentLocationResolver = ({id, type}, {documentStore}) => {
  if (!shownTypes.has(type)) return null
  return documentStore
    .listenQuery(
      {fetch: LOCATIONS_QUERY, listen: LISTEN_QUERY},
      {id, homeId: homeOrganizationId},
      {apiVersion, perspective: 'drafts', tag: 'locations'},
    )
    .pipe(
      map((found: Found | null) => {
        const texts = found?.texts ?? null
        const pages =
          type === 'siteTexts'
            ? pagesOfSiteTexts(texts)
            : [...(found?.home ? homePages : []), ...pagesOf(found?.pages ?? [], texts)]
        return pages.length > 0
          ? {locations: pages}
          : {message: t('Není na žádné stránce.', 'Not on any page.'), tone: 'caution' as const}
      }),
      // An uncaught error here would break the form.
      catchError((error, caught) => {
        console.error('Could not find out which pages show the document.', error)
        return concat(of(unknownPages), timer(retryMs).pipe(switchMap(() => caught)))
      }),
    )
}

/** For the Presentation tool: the pages of a document, and the main document of a page. */
export const resolve = {
  mainDocuments: defineDocuments([
    ...pageTypes.map((type) => ({
      route: documentPages[type].pattern,
      filter: `_type == "${type}" && $slug in [slug.cs.current, slug.en.current]`,
      params: ({params}: {params: Record<string, string>}) => ({slug: params.slug ?? ''}),
    })),
    {
      // The home page shows SIMI's facts.
      route: '/:locale',
      filter: '_type == "organization" && _id == $id',
      params: {id: homeOrganizationId},
    },
    {
      // Lists and the pages about all networks have a title and an introduction there.
      route: ['/:locale/:section', '/:locale/:section/:group'],
      filter: '_type == "siteTexts" && _id == $id',
      params: {id: siteTextsId},
    },
  ]),
  locations,
} satisfies PresentationPluginOptions['resolve']
