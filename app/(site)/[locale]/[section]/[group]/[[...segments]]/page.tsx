import type {Metadata} from 'next'
import type {ReactElement} from 'react'
import {networksIn} from '#lib/content/catalogue.ts'
import {groupSlug, groups, sectionSlug, viewSlug, views} from '#lib/routing/paths.ts'
import {publishedCatalogue} from '#sanity/server/catalogue.ts'
import {localeOf, routeOf} from '../../../route-params.ts'
import {GroupPage} from './group-page.tsx'
import {listMetadata} from './list-metadata.ts'
import {NeighbourhoodPage, neighbourhoodMetadata} from './neighbourhood-page.tsx'
import {NetworkPage, networkMetadata} from './network-page.tsx'
import {OverviewPage} from './overview-page.tsx'
import {RelationsPage} from './relations-page.tsx'
import {TimelinePage} from './timeline-page.tsx'

type Props = PageProps<'/[locale]/[section]/[group]/[[...segments]]'>

/** Further networks, and further pages of lists, render on their first request. */
const MAX_PRERENDERED = 200

export async function generateStaticParams({params}: {params: {locale: string}}) {
  const locale = await localeOf(params)
  const networks = networksIn(await publishedCatalogue(), locale).slice(0, MAX_PRERENDERED)
  const section = sectionSlug(locale)
  return [
    ...groups.map((group) => ({section, group: groupSlug(locale, group), segments: []})),
    ...views.map((view) => ({section, group: viewSlug(locale, view), segments: []})),
    ...networks.map(({group, slug}) => ({
      section,
      group: groupSlug(locale, group),
      segments: [slug],
    })),
  ]
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {locale, route} = await routeOf(params)
  if (route.kind === 'network') return networkMetadata(locale, route, params)
  if (route.kind === 'neighbourhood') return neighbourhoodMetadata({locale, route, params})
  return listMetadata(locale, route)
}

/** Groups, views, networks and what was chosen from the overview: each language has words of its own for them. */
export default async function PageBelowLanding({params}: Props): Promise<ReactElement> {
  const {locale, route} = await routeOf(params)
  switch (route.kind) {
    case 'group':
      return <GroupPage locale={locale} route={route} />
    case 'network':
      return <NetworkPage locale={locale} route={route} params={params} />
    case 'neighbourhood':
      return <NeighbourhoodPage locale={locale} route={route} params={params} />
    case 'overview':
      return <OverviewPage locale={locale} route={route} />
    case 'timeline':
      return <TimelinePage locale={locale} route={route} />
    case 'relations':
      return <RelationsPage locale={locale} route={route} />
  }
}
