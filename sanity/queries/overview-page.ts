import {defineQuery} from 'next-sanity'
import {membershipFragment, membershipsOf, networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

export const OVERVIEW_PAGE_QUERY = defineQuery(`*[_type == "network"] | order(${networkOrder}){
  ${networkLinkFragment},
  "memberships": ${membershipsOf}{${membershipFragment}}
}`)

export const overviewPageTags = () => [networksTag]
