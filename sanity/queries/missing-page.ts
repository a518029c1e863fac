import {defineQuery} from 'next-sanity'
import {networkLinkFragment} from './fragments.ts'

/**
 * The documents with a slug in any version: published, draft or in a release. For the perspective `raw`. A
 * slug of a network that never was published is in its draft only.
 */
export const VERSIONS_WITH_SLUG_QUERY = defineQuery(
  `*[_type == "network" && $slug in [slug.cs.current, slug.en.current, ...slug.former]] | order(_id asc)[0...20]._id`,
)

/** The network `$id` as the preview shows it. */
export const SHOWN_NETWORK_QUERY = defineQuery(
  `*[_type == "network" && _id == $id][0]{${networkLinkFragment}}`,
)
