import {defineQuery} from 'next-sanity'
import {
  membershipFragment,
  membershipsOf,
  networkLinkFragment,
  networkOrder,
  sourceFragment,
} from './fragments.ts'
import {networksTag} from './tags.ts'

/** Every network with whatever has a date. */
export const TIMELINE_PAGE_QUERY = defineQuery(`*[_type == "network"] | order(${networkOrder}){
  ${networkLinkFragment},
  events[]{_key, kind, date, text, status, source->${sourceFragment}},
  "memberships": ${membershipsOf}{${membershipFragment}}
}`)

export const timelinePageTags = () => [networksTag]
