import {defineQuery} from 'next-sanity'
import {
  membershipFragment,
  membershipsOf,
  networkLinkFragment,
  networkOrder,
  sourceFragment,
} from './fragments.ts'
import {networksTag} from './tags.ts'

/** Networks with whatever has a date. */
export const TIMELINE_PAGE_QUERY = defineQuery(`{
  "rows": *[_type == "network"] | order(${networkOrder})[$start...$end]{
    ${networkLinkFragment},
    events[]{_key, kind, date, text, status, source->${sourceFragment}},
    "memberships": ${membershipsOf}{${membershipFragment}}
  },
  "total": count(*[_type == "network"])
}`)

export const timelinePageTags = () => [networksTag]
