import {defineQuery} from 'next-sanity'
import {groupFragment, membershipFragment, networkLinkFragment} from './fragments.ts'
import {networksTag} from './tags.ts'

/** Of networks that have a page in the language. */
const listed = `_type == "membership" && defined(select($locale == "cs" => network->slug.cs, network->slug.en).current)`
const group = `network->{"group": ${groupFragment}}.group`

/**
 * What every membership can be chosen by, which is counted, and the chosen ones in the order of their networks, former
 * memberships after the others. A facet that isn't narrowed is null.
 */
export const OVERVIEW_PAGE_QUERY = defineQuery(`{
  "all": *[${listed}]{"group": ${group}, "kind": network->bodyType, status},
  "rows": *[${listed}
    && ($group == null || ${group} == $group)
    && ($kind == null || network->bodyType == $kind)
    && ($status == null || status == $status)
  ] | order(
    coalesce(network->orderRank, "~") asc,
    coalesce(network->name.cs, network->name.en) asc,
    network._ref asc,
    select(status == "former" => 1, 0) asc,
    coalesce(since, "~") asc,
    _id asc
  )[$start...$end]{${membershipFragment}, network->{${networkLinkFragment}}}
}`)

export const overviewPageTags = () => [networksTag]
