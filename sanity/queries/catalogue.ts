import {defineQuery} from 'next-sanity'
import {groupTag} from '#lib/routing/document-pages.ts'
import type {Group} from '#lib/routing/paths.ts'
import {groupFragment} from './fragments.ts'

const part = `| order(_id asc)[$start...$end]{_id, name, slug, level, relationKind, bodyType, orderRank}`

/**
 * A part of all networks with what lists count, order and cut into pages by. GROQ can neither sort names as a language does
 * nor see what a view leaves out, so lib/content/catalogue.ts does that: about 300 bytes a network, which all lists share until a
 * network changes (../server/catalogue.ts).
 */
export const CATALOGUE_QUERY = defineQuery(`*[_type == "network"] ${part}`)

/** Changes whenever a network does: the newest change of those that are there, and how many there are. */
export const CATALOGUE_VERSION_QUERY = defineQuery(`{
  "count": count(*[_type == "network"]),
  "newest": *[_type == "network"] | order(_updatedAt desc)[0]._updatedAt
}`)

/** What CATALOGUE_QUERY reads, of one group: its pages stay as they are when something is published in another. */
export const GROUP_CATALOGUE_QUERY = defineQuery(
  `*[_type == "network" && ${groupFragment} == $group] ${part}`,
)

/** Networks in one answer: about a megabyte of names of usual length. */
export const CATALOGUE_PART = 2_500

export const groupCatalogueTags = (group: Group) => [groupTag(group)]
