import {draftMode} from 'next/headers'
import {Timeline, TimelineTable} from '#components/timeline.tsx'
import type {Locale} from '#lib/locales.ts'
import {timelineOf} from '#lib/timeline/timeline.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {TIMELINE_PAGE_QUERY, timelinePageTags} from '#sanity/queries/timeline-page.ts'
import {ViewFrame} from './view-frame.tsx'

export async function TimelinePage({locale}: {locale: Locale}) {
  const rows = await sanityFetch({query: TIMELINE_PAGE_QUERY, tags: timelinePageTags()})
  // The line ends on the day the page was made: an hour ago at most, see the safety net in sanity/fetch.ts.
  const view = timelineOf(rows, locale, new Date())
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  return (
    <ViewFrame locale={locale} view="timeline" rows={rows}>
      <Timeline view={view} locale={locale} edit={edit} />
      <TimelineTable view={view} locale={locale} edit={edit} />
    </ViewFrame>
  )
}
