import {draftMode} from 'next/headers'
import {Overview} from '#components/overview.tsx'
import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {sliceOf} from '#lib/paging.ts'
import {facets, type PlaceOf} from '#lib/place.ts'
import {chosenCount, facetViews} from '#lib/views/overview-choices.ts'
import {overviewOf} from '#lib/views/overview-view.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {OVERVIEW_PAGE_QUERY, overviewPageTags} from '#sanity/queries/overview-page.ts'
import {ListFrame} from './list-frame.tsx'

export async function OverviewPage({locale, place}: {locale: Locale; place: PlaceOf<'overview'>}) {
  const {selection, page} = place
  const {all, rows} = await sanityFetch({
    query: OVERVIEW_PAGE_QUERY,
    params: {
      locale,
      ...Object.fromEntries(facets.map((facet) => [facet, selection[facet] ?? null])),
      ...sliceOf('overview', page),
    },
    tags: overviewPageTags(),
  })
  const {isEnabled} = await draftMode()
  const chosen = chosenCount(all, selection)
  const networks = new Map(rows.flatMap(({network}) => (network ? [[network._id, network]] : [])))
  return (
    <ListFrame
      locale={locale}
      place={place}
      lead={messagesIn(locale).views.overview.lead}
      rows={[...networks.values()]}
      total={chosen}
    >
      <Overview
        lines={overviewOf(rows, locale)}
        facets={facetViews(all, selection, locale)}
        chosen={chosen}
        total={all.length}
        locale={locale}
        edit={editAttribute(isEnabled)}
      />
    </ListFrame>
  )
}
