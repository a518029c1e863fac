import {TimelinePicture} from '#components/timeline-picture.tsx'
import {TimelineTable} from '#components/timeline-table.tsx'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {TIMELINE_PAGE_QUERY} from '#sanity/queries/timeline-page.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {loadView} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

/** SIMI's own history is on the first page, before the networks. */
async function loadHome(page: number) {
  if (page > 1) return undefined
  return sanityFetch({query: HOME_PAGE_QUERY, params: {id: homeOrganizationId}, tags: [networksTag]})
}

export async function TimelinePage({locale, route}: {locale: Locale; route: RouteOf<'timeline'>}) {
  const {edit, ...list} = await loadView(locale, route, (ids) =>
    sanityFetch({query: TIMELINE_PAGE_QUERY, params: {ids}, tags: [networksTag]}),
  )
  const home = await loadHome(route.page)
  // The line ends on the day the page was made: an hour ago at most, see lib/server/cache/revalidate-interval.ts.
  const view = timelineView(list.rows, locale, new Date(), home)
  return (
    <ListLayout locale={locale} route={route} {...list} also={home ? [homeOrganizationId] : []}>
      <TimelinePicture view={view} locale={locale} edit={edit} />
      <TimelineTable view={view} locale={locale} edit={edit} />
    </ListLayout>
  )
}
