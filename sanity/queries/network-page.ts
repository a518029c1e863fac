import {defineQuery} from 'next-sanity'
import {networkFragment} from './fragments.ts'
import {networkTag} from './tags.ts'

/** Finds a network by either language's slug, so that one in the wrong language can be sent on to the right one. */
export const NETWORK_PAGE_QUERY = defineQuery(
  `*[_type == "network" && $slug in [slug.cs.current, slug.en.current]] | order(_id asc)[0]{${networkFragment}}`,
)

export const networkPageTags = (slug: string) => [networkTag(slug)]
