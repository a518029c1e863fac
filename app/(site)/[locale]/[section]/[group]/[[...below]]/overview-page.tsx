import {draftMode} from 'next/headers'
import {Overview} from '#components/overview.tsx'
import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {sliceOf} from '#lib/paging.ts'
import type {PlaceOf} from '#lib/place.ts'
import {choiceRows, chosenFrom, facetViews} from '#lib/views/overview-choices.ts'
import {overviewOf} from '#lib/views/overview-view.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {OVERVIEW_LINES_QUERY, OVERVIEW_PAGE_QUERY, overviewPageTags} from '#sanity/queries/overview-page.ts'
import {ListFrame} from './list-frame.tsx'

export async function OverviewPage({locale, place}: {locale: Locale; place: PlaceOf<'overview'>}) {
  const {selection, page} = place
  const tags = overviewPageTags()
  const memberships = await sanityFetch({query: OVERVIEW_PAGE_QUERY, params: {locale}, tags})
  const all = choiceRows(memberships)
  const chosen = chosenFrom(all, selection)
  const {start, end} = sliceOf('overview', page)
  const ids = chosen.slice(start, end).map(({_id}) => _id)
  const lines = await sanityFetch({query: OVERVIEW_LINES_QUERY, params: {ids}, tags})
  const rows = lines.toSorted((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id))
  const {isEnabled} = await draftMode()
  const networks = new Map(rows.flatMap(({network}) => (network ? [[network._id, network]] : [])))
  return (
    <ListFrame
      locale={locale}
      place={place}
      lead={messagesIn(locale).views.overview.lead}
      rows={[...networks.values()]}
      total={chosen.length}
    >
      <Overview
        lines={overviewOf(rows, locale)}
        facets={facetViews(all, selection, locale)}
        chosen={chosen.length}
        total={all.length}
        locale={locale}
        edit={editAttribute(isEnabled)}
      />
    </ListFrame>
  )
}
