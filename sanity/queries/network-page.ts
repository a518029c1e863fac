import {defineQuery} from 'next-sanity'
import {bodiesFragment, networkChanges, networkFragment} from './fragments.ts'
import {pageTag} from './tags.ts'

/**
 * Finds a network by its slug in either language, or by a former slug. The page redirects from every slug but
 * its own. A current slug wins over a former one.
 */
export const NETWORK_PAGE_QUERY = defineQuery(
  `*[_type == "network" && $slug in [slug.cs.current, slug.en.current, ...slug.former]]
    | order(select($slug in slug.former => 1, 0) asc, _id asc)[0]{${networkFragment}, ${networkChanges}, "bodies": ${bodiesFragment}}`,
)

export const networkPageTags = (slug: string) => [pageTag('network', slug)]
