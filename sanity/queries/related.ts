import {defineQuery} from 'next-sanity'
import {bodyFields, hasParent, informsAnother, networkLinkFragment, networkOrder} from './fragments.ts'
import {relatedTag} from './tags.ts'

/**
 * Only the shared bodies. Others would make the page stale with every change of something that it does not
 * show.
 */
const sharedBodies = `{
      "parent": [select(${hasParent} => parent->{${bodyFields}})][_id in $bodyIds],
      "host": [host->{${bodyFields}}][_id in $bodyIds],
      "memberOf": memberOf[network._ref in $bodyIds].network->{${bodyFields}},
      "informed": *[_type == "membership" && network._ref == ^._id && reportsTo._ref in $bodyIds && ${informsAnother}]{
        ...reportsTo->{${bodyFields}},
        since,
        until,
        status,
        asOf,
        lastChecked
      },
      "parts": *[_type == "organization" && parent._ref == ^._id && _id in $bodyIds]{${bodyFields}}
    }`

/**
 * The networks that have a page in the language and are connected with any of `$bodyIds`: the bodies of the
 * network `$id`, and `$id` itself. The page shows twelve, sorted by the rules of its language. GROQ cannot
 * sort like that, so the query returns more. It stops at sixty, by code point, so that a page stays small
 * however many networks share its parent.
 */
export const RELATED_QUERY = defineQuery(`{
  "ids": [
    ...$bodyIds,
    ...*[_type == "network" && references($bodyIds)]._id,
    ...*[_type == "membership" && reportsTo._ref in $bodyIds].network._ref,
    ...*[_type == "organization" && _id in $bodyIds].parent._ref
  ][defined(@)]
}{
  "rows": *[_type == "network" && _id in ^.ids && _id != $id
    && defined(select($locale == "cs" => slug.cs.current, slug.en.current))
  ] | order(${networkOrder}, _id asc)[0...60]{
    ${networkLinkFragment},
    orderRank,
    "bodies": ${sharedBodies}
  }
}.rows`)

/**
 * Two networks are related when they share a body; each network counts as one of its own bodies. When a
 * related network changes, at least one of these bodies is among those that it has or had. The webhook makes
 * their tags stale (../server/revalidate/affected.ts), so the number of networks that share them does not
 * matter.
 */
export const relatedTags = (bodyIds: string[]) => bodyIds.map(relatedTag)
