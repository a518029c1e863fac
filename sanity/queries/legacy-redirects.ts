import {defineQuery} from 'next-sanity'
import {networkLinkFragment} from './fragments.ts'

/**
 * The networks that had an address on the old site. One response has all of them, for every unknown address:
 * a response for each address would let a stranger fill the cache.
 */
export const LEGACY_REDIRECTS_QUERY = defineQuery(
  `*[_type == "network" && count(legacyPaths) > 0] | order(_id asc){${networkLinkFragment}, legacyPaths}`,
)
