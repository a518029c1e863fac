import {defineQuery} from 'next-sanity'
import {landingNetworkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

export const LANDING_PAGE_QUERY = defineQuery(
  `*[_type == "network"] | order(${networkOrder}){${landingNetworkFragment}}`,
)

export const landingPageTags = () => [networksTag]
