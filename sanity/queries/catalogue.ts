import {defineQuery} from 'next-sanity'
import {groupTag} from '#lib/routing/document-pages.ts'
import type {Group} from '#lib/routing/paths.ts'
import {groupFragment} from './fragments.ts'

const part = `| order(_id asc)[$start...$end]{_id, name, slug, level, relationKind, bodyType, orderRank}`

/**
 * A part of all networks, with the fields that lists count, sort and paginate by. GROQ cannot sort names by
 * the rules of a language, and it does not know which networks a view leaves out. lib/content/catalogue.ts
 * does both. It costs about 300 bytes a network, and all lists share the result until a network changes
 * (../server/catalogue.ts).
 */
export const CATALOGUE_QUERY = defineQuery(`*[_type == "network"] ${part}`)

/** Changes with every network: the time of the newest change, and the number of networks. */
export const CATALOGUE_VERSION_QUERY = defineQuery(`{
  "count": count(*[_type == "network"]),
  "newest": *[_type == "network"] | order(_updatedAt desc)[0]._updatedAt
}`)

/** CATALOGUE_QUERY for one group. A publish in another group does not make the pages of this one stale. */
export const GROUP_CATALOGUE_QUERY = defineQuery(
  `*[_type == "network" && ${groupFragment} == $group] ${part}`,
)

/** Networks in one response: about a megabyte, with names of usual length. */
export const CATALOGUE_PART = 2_500

export const groupCatalogueTags = (group: Group) => [groupTag(group)]
