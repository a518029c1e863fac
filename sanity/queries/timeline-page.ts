import {defineQuery} from 'next-sanity'
import {membershipFragment, membershipsOf, networkLinkFragment, sourceFragment} from './fragments.ts'

/** Networks with everything that has a date. The catalogue says which networks (./catalogue.ts). */
export const TIMELINE_PAGE_QUERY = defineQuery(`*[_type == "network" && _id in $ids]{
  ${networkLinkFragment},
  events[]{_key, kind, date, text, status, source->${sourceFragment}},
  "memberships": ${membershipsOf}{${membershipFragment}}
}`)
