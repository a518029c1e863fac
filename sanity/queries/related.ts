import {defineQuery} from 'next-sanity'
import {bodyFields, hasParent, informsAnother, networkLinkFragment, networkOrder} from './fragments.ts'
import {relatedTag} from './tags.ts'

/** No other bodies: they would make the page out of date with every change of what it doesn't show. */
const sharedBodies = `{
      "parent": [select(${hasParent} => parent->{${bodyFields}})][_id in $bodyIds],
      "host": [host->{${bodyFields}}][_id in $bodyIds],
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
 * The networks that have a page in the language and have something to do with any of `$bodyIds`: those of the network
 * `$id` and itself. The page shows a dozen of them, sorted as its language sorts names; more are asked for here because
 * GROQ can't sort so. Beyond these sixty its order by code point decides, so that a page stays small whatever shares a
 * parent with it.
 */
export const RELATED_QUERY = defineQuery(`{
  "ids": [
    ...$bodyIds,
    ...*[_type == "network" && parent._ref in $bodyIds]._id,
    ...*[_type == "network" && host._ref in $bodyIds]._id,
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
 * Two networks are related when they share a body, counting each network as one of its own. So whatever changes of a
 * related network, one of these is among the bodies it has or had: the webhook marks those (../server/revalidate/affected.ts),
 * however many networks share them.
 */
export const relatedTags = (bodyIds: string[]) => bodyIds.map(relatedTag)
