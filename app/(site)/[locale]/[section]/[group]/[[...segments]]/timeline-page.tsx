import {draftMode} from 'next/headers'
import {TimelinePicture, TimelineTable} from '#components/timeline-picture.tsx'
import {sortByIds} from '#lib/content/catalogue.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {TIMELINE_PAGE_QUERY} from '#sanity/queries/timeline-page.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadNetworks} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

export async function TimelinePage({locale, route}: {locale: Locale; route: RouteOf<'timeline'>}) {
  const all = await loadNetworks(locale)
  const ids = entriesOf('timeline', route.page, all).map(({id}) => id)
  const found = await sanityFetch({query: TIMELINE_PAGE_QUERY, params: {ids}, tags: [networksTag]})
  const rows = sortByIds(ids, found)
  // The line ends on the day the page was made: an hour ago at most, see lib/server/cache/revalidate-interval.ts.
  const view = timelineView(rows, locale, new Date())
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  return (
    <ListLayout
      locale={locale}
      route={route}
      notice={noticeOfNetworks(rows, locale)}
      rows={rows}
      total={all.length}
    >
      <TimelinePicture view={view} locale={locale} edit={edit} />
      <TimelineTable view={view} locale={locale} edit={edit} />
    </ListLayout>
  )
}
