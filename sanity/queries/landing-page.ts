import {defineQuery} from 'next-sanity'
import {landingNetworkFragment} from './fragments.ts'

/** The first networks of each group. The catalogue says which ones (./catalogue.ts). */
export const LANDING_PAGE_QUERY = defineQuery(
  `*[_type == "network" && _id in $ids]{${landingNetworkFragment}}`,
)
