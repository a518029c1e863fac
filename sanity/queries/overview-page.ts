import {defineQuery} from 'next-sanity'
import {groupFragment, membershipFragment, networkLinkFragment} from './fragments.ts'
import {networksTag} from './tags.ts'

/** Of networks that have a page in the language. */
const listed = `_type == "membership" && defined(select($locale == "cs" => network->slug.cs, network->slug.en).current)`
const group = `network->{"group": ${groupFragment}}.group`

/**
 * What every membership can be chosen by, in the order of their networks, former memberships after the others. Choosing
 * is left to lib/views/overview-choices.ts: which status is printed follows from dates that GROQ can't compare.
 */
export const OVERVIEW_PAGE_QUERY = defineQuery(`
  *[${listed}] | order(
    coalesce(network->orderRank, "~") asc,
    coalesce(network->name.cs, network->name.en) asc,
    network._ref asc,
    select(status == "former" => 1, 0) asc,
    coalesce(since, "~") asc,
    _id asc
  ){_id, "group": ${group}, "kind": network->bodyType, since, until, status}
`)

/** The chosen ones of one page, in any order. */
export const OVERVIEW_LINES_QUERY = defineQuery(
  `*[_type == "membership" && _id in $ids]{${membershipFragment}, network->{${networkLinkFragment}}}`,
)

export const overviewPageTags = () => [networksTag]
