import type {Metadata} from 'next'
import {networksIn} from '#lib/content/catalogue.ts'
import {groupSlug, groups, sectionSlug, viewSlug, views} from '#lib/routing/paths.ts'
import {publishedCatalogue} from '#sanity/server/catalogue.ts'
import {localeOf, placeOf} from '../../../route-params.ts'
import {GroupPage} from './group-page.tsx'
import {listMetadata} from './list-metadata.ts'
import {NetworkPage, networkMetadata} from './network-page.tsx'
import {OverviewPage} from './overview-page.tsx'
import {RelationsPage} from './relations-page.tsx'
import {TimelinePage} from './timeline-page.tsx'

type Props = PageProps<'/[locale]/[section]/[group]/[[...segments]]'>

/** Networks beyond these, and further pages of lists, are made when somebody first asks for them. */
const BUILT_AHEAD = 200

export async function generateStaticParams({params}: {params: {locale: string}}) {
  const locale = await localeOf(params)
  const networks = networksIn(await publishedCatalogue(), locale).slice(0, BUILT_AHEAD)
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
  const {locale, place} = await placeOf(params)
  return place.kind === 'network' ? networkMetadata(locale, place, params) : listMetadata(locale, place)
}

/** Groups, views, networks and what was chosen from the overview: each language has words of its own for them. */
export default async function PageBelowLanding({params}: Props) {
  const {locale, place} = await placeOf(params)
  switch (place.kind) {
    case 'group':
      return <GroupPage locale={locale} place={place} />
    case 'network':
      return <NetworkPage locale={locale} place={place} params={params} />
    case 'overview':
      return <OverviewPage locale={locale} place={place} />
    case 'timeline':
      return <TimelinePage locale={locale} place={place} />
    case 'relations':
      return <RelationsPage locale={locale} place={place} />
  }
}
