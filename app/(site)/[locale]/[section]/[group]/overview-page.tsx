import {draftMode} from 'next/headers'
import {Overview} from '#components/overview.tsx'
import type {Locale} from '#lib/locales.ts'
import {overviewOf} from '#lib/views/overview-view.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {OVERVIEW_PAGE_QUERY, overviewPageTags} from '#sanity/queries/overview-page.ts'
import {ViewFrame} from './view-frame.tsx'

export async function OverviewPage({locale}: {locale: Locale}) {
  const rows = await sanityFetch({query: OVERVIEW_PAGE_QUERY, tags: overviewPageTags()})
  const {isEnabled} = await draftMode()
  return (
    <ViewFrame locale={locale} view="overview" rows={rows}>
      <Overview lines={overviewOf(rows, locale)} locale={locale} edit={editAttribute(isEnabled)} />
    </ViewFrame>
  )
}
