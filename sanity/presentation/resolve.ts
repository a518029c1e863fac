import {catchError, concat, map, of, switchMap, timer} from 'rxjs'
import {
  type DocumentLocation,
  type DocumentLocationResolver,
  defineDocuments,
  type PresentationPluginOptions,
} from 'sanity/presentation'
import {homeOrganizationId} from '#lib/home-organization.ts'
import {locales} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {groupOf, groupPath, groups, homePath, landingPath, networkPath} from '#lib/routes.ts'
import {apiVersion} from '#sanity/api-version.ts'
import {LOCATIONS_QUERY} from '#sanity/queries/locations.ts'
import {t} from '#sanity/studio/language.ts'

type Network = {
  name?: {cs?: string; en?: string}
  slug?: {cs?: {current?: string}; en?: {current?: string}}
  level?: string
  relationKind?: string
}

/** Every page that shows these networks: their own in both languages, then the lists they are in. */
function pagesOf(networks: Network[]): DocumentLocation[] {
  const own = networks.flatMap((network) =>
    locales.flatMap((locale) => {
      const slug = network.slug?.[locale]?.current
      const title =
        network.name?.[locale] ?? network.name?.cs ?? network.name?.en ?? t('Bez názvu', 'Untitled')
      return slug ? [{title, href: networkPath(locale, groupOf(network), slug)}] : []
    }),
  )
  const listed = groups.filter((group) => networks.some((network) => groupOf(network) === group))
  const lists = locales.flatMap((locale) => {
    const {navigation} = messagesIn(locale)
    return [
      ...listed.map((group) => ({title: navigation.groups[group], href: groupPath(locale, group)})),
      ...(networks.length > 0 ? [{title: navigation.landing, href: landingPath(locale)}] : []),
    ]
  })
  return [...own, ...lists]
}

/** Listeners hear single documents: a filter that follows references is not for them. */
const LISTENED = '*[_type in ["network", "membership"]]'

const homePages = locales.map((locale) => ({title: messagesIn(locale).siteName, href: homePath(locale)}))

const retryMs = 10_000

const unknownPages = {
  message: t(
    'Teď nejde zjistit, na kterých stránkách to je.',
    'Which pages this is on can’t be found out now.',
  ),
  tone: 'caution' as const,
}

const shown = new Set(['network', 'membership', 'organization', 'person', 'source'])

/** Which pages show a document of any type, drafts included; said also when there are none. */
const locations: DocumentLocationResolver = ({id, type}, {documentStore}) => {
  if (!shown.has(type)) return null
  return documentStore
    .listenQuery(
      {fetch: LOCATIONS_QUERY, listen: LISTENED},
      {id},
      {apiVersion, perspective: 'drafts', tag: 'locations'},
    )
    .pipe(
      map((networks: Network[] | null) => {
        const pages = [...(id === homeOrganizationId ? homePages : []), ...pagesOf(networks ?? [])]
        return pages.length > 0
          ? {locations: pages}
          : {message: t('Není na žádné stránce.', 'Not on any page.'), tone: 'caution' as const}
      }),
      // An error here would take the form down with it.
      catchError((error, caught) => {
        console.error('Which pages show the document is not known.', error)
        return concat(of(unknownPages), timer(retryMs).pipe(switchMap(() => caught)))
      }),
    )
}

/** Which pages show a document, and which document a page is about: the Presentation tool's two-way map. */
export const resolve = {
  mainDocuments: defineDocuments([
    {
      // The lists are of the organisation's memberships.
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
