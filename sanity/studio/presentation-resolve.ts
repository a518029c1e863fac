import {catchError, concat, map, of, switchMap, timer} from 'rxjs'
import {
  type DocumentLocation,
  type DocumentLocationResolver,
  defineDocuments,
  type PresentationPluginOptions,
} from 'sanity/presentation'
import {type CatalogueRow, networksIn} from '#lib/content/catalogue.ts'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {locales} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {groupPath, groups, homePath, landingPath, networkPath} from '#lib/routing/paths.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {contentTypeNames} from '#sanity/queries/content-types.ts'
import {LOCATIONS_QUERY} from '#sanity/queries/locations.ts'

type LocationsResult = {networks: CatalogueRow[]; home: boolean}

/** A new draft may have no name yet. */
const withName = (row: CatalogueRow): CatalogueRow =>
  row.name?.cs || row.name?.en ? row : {...row, name: {cs: t('Bez názvu', 'Untitled')}}

/** Every page that shows these networks: first their own pages in each language, then the lists with them. */
export function pagesOf(networkRows: CatalogueRow[]): DocumentLocation[] {
  const rows = networkRows.filter(({slug}) => slug?.cs?.current || slug?.en?.current).map(withName)
  const byLocale = locales.map((locale) => ({locale, networks: networksIn(rows, locale)}))
  const own = byLocale.flatMap(({locale, networks}) =>
    networks.map(({name, group, slug}) => ({title: name, href: networkPath(locale, group, slug)})),
  )
  const lists = byLocale.flatMap(({locale, networks}) => {
    const {navigation} = messagesIn(locale)
    const listed = groups.filter((group) => networks.some((network) => network.group === group))
    return [
      ...listed.map((group) => ({title: navigation.groups[group], href: groupPath(locale, group)})),
      ...(networks.length > 0 ? [{title: navigation.landing, href: landingPath(locale)}] : []),
    ]
  })
  return [...own, ...lists]
}

/** A listener's filter sees one document at a time, so it can't follow references. */
const LISTEN_QUERY = '*[_type in ["network", "membership", "person", "organization"]]'

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
      map((result: LocationsResult | null) => {
        const pages = [...(result?.home ? homePages : []), ...pagesOf(result?.networks ?? [])]
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
    {
      // The home page and the lists show SIMI's memberships.
      route: ['/:locale', '/:locale/:section', '/:locale/:section/:group'],
      filter: '_type == "organization" && _id == $id',
      params: {id: homeOrganizationId},
    },
    {
      route: '/:locale/:section/:group/:slug',
      filter: '_type == "network" && $slug in [slug.cs.current, slug.en.current]',
      params: ({params}) => ({slug: params.slug ?? ''}),
    },
  ]),
  locations,
} satisfies PresentationPluginOptions['resolve']
