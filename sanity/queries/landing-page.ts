import {defineQuery} from 'next-sanity'
import {landingNetworkFragment} from './fragments.ts'

/** The first networks of each group, chosen from the catalogue (./catalogue.ts). */
export const LANDING_PAGE_QUERY = defineQuery(
  `*[_type == "network" && _id in $ids]{${landingNetworkFragment}}`,
)
