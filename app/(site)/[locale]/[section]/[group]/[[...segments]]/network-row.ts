import {cache} from 'react'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'

/**
 * Metadata, page and not-found page need the row, and React's `cache` gives all the same one. Next's data
 * cache would not: it stores no draft, and it would still parse and clean the answer each time. Its
 * deduplication of `fetch` does not apply either, because the client's timeout passes a signal.
 */
export const loadRow = cache((slug: string) =>
  sanityFetch({query: NETWORK_PAGE_QUERY, params: {slug}, tags: networkPageTags(slug)}),
)
