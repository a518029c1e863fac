import {cache} from 'react'
import type {NetworkPageRow} from '#lib/content/query-rows.ts'
import {bodyIdsOf} from '#lib/content/related-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {RELATED_QUERY, relatedTags} from '#sanity/queries/related.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'

/**
 * Metadata, page and not-found page need the row, and React's `cache` gives all the same one. Next's data
 * cache would not: it stores no draft, and it would still parse and clean the answer each time. Its
 * deduplication of `fetch` does not apply either, because the client's timeout passes a signal.
 */
export const loadRow = cache((slug: string) =>
  sanityFetch({query: NETWORK_PAGE_QUERY, params: {slug}, tags: networkPageTags(slug)}),
)

/** A query of its own, because other changes make it stale than those of the network. */
export async function loadRelated(row: NetworkPageRow, locale: Locale) {
  const bodyIds = bodyIdsOf(row)
  return sanityFetch({
    query: RELATED_QUERY,
    params: {id: row._id, bodyIds, locale},
    tags: relatedTags(bodyIds),
  })
}
