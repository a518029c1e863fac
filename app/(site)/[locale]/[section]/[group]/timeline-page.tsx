import {draftMode} from 'next/headers'
import {PageFrame} from '#components/page-frame.tsx'
import {Timeline, TimelineTable} from '#components/timeline.tsx'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {landingPath, viewPath} from '#lib/routes.ts'
import {timelineOf} from '#lib/timeline/timeline.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {TIMELINE_PAGE_QUERY, timelinePageTags} from '#sanity/queries/timeline-page.ts'

export async function TimelinePage({locale}: {locale: Locale}) {
  const rows = await sanityFetch({query: TIMELINE_PAGE_QUERY, tags: timelinePageTags()})
  // The line ends on the day the page was made: an hour ago at most, see the safety net in sanity/fetch.ts.
  const view = timelineOf(rows, locale, new Date())
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  const {navigation, views} = messagesIn(locale)
  return (
    <PageFrame
      locale={locale}
      path={viewPath(locale, 'timeline')}
      twin={viewPath(otherLocale(locale), 'timeline')}
      trail={[{href: landingPath(locale), label: navigation.landing}]}
      {...views.timeline}
    >
      <Timeline view={view} locale={locale} edit={edit} />
      <TimelineTable view={view} locale={locale} edit={edit} />
    </PageFrame>
  )
}
