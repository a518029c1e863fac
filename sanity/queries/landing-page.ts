import {defineQuery} from 'next-sanity'
import {groupFragment, landingNetworkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

const first = `| order(${networkOrder})[$start...$end]{${landingNetworkFragment}}`
const czech = `*[_type == "network" && ${groupFragment} == "czech-networks"]`
const european = `*[_type == "network" && ${groupFragment} == "european-networks"]`
const partners = `*[_type == "network" && ${groupFragment} == "foreign-partners"]`

/** The first networks of each group and how many there are. */
export const LANDING_PAGE_QUERY = defineQuery(`{
  "czech-networks": {"rows": ${czech} ${first}, "total": count(${czech})},
  "european-networks": {"rows": ${european} ${first}, "total": count(${european})},
  "foreign-partners": {"rows": ${partners} ${first}, "total": count(${partners})}
}`)

export const landingPageTags = () => [networksTag]
