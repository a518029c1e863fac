import {defineQuery} from 'next-sanity'
import {
  bodiesFragment,
  networkFragment,
  networkLinkFragment,
  networkOrder,
  relatedIdsFragment,
} from './fragments.ts'
import {networkTag} from './tags.ts'

/** In a further step each, so that an index can answer what the step before has found: ids, and nothing undefined. */
const related = `{
  ...,
  "bodyIds": [_id, ...bodies.parent[]._id, ...bodies.host[]._id, ...bodies.informed[]._id, ...bodies.parts[]._id][defined(@)]
}{
  ...,
  ${relatedIdsFragment}
}{
  ...,
  "related": *[_type == "network" && _id in ^.relatedIds && _id != ^._id] | order(${networkOrder})[0...12]{
    ${networkLinkFragment},
    "bodies": ${bodiesFragment}
  }
}`

/**
 * Finds a network by either language's slug, or by one it had: the page sends whoever asks for another than its own on
 * to the right one. A slug in use comes before a former one.
 */
export const NETWORK_PAGE_QUERY = defineQuery(
  `*[_type == "network" && $slug in [slug.cs.current, slug.en.current, ...slug.former]]
    | order(select($slug in slug.former => 1, 0) asc, _id asc)[0]{${networkFragment}, "bodies": ${bodiesFragment}}${related}`,
)

export const networkPageTags = (slug: string) => [networkTag(slug)]
