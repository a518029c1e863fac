import {defineQuery} from 'next-sanity'
import type {Group} from '#lib/routes.ts'
import {groupFragment} from './fragments.ts'
import {groupTag, networksTag} from './tags.ts'

const part = `| order(_id asc)[$start...$end]{_id, name, slug, level, relationKind, bodyType, orderRank}`

/**
 * A part of all networks with what lists count, order and cut into pages by. GROQ can neither sort names as a language does
 * nor see what a view leaves out, so lib/catalogue.ts does that: about 300 bytes a network, which all lists share until the
 * next publish.
 */
export const CATALOGUE_QUERY = defineQuery(`*[_type == "network"] ${part}`)

/** The same of one group: its pages stay as they are when something is published in another. */
export const GROUP_CATALOGUE_QUERY = defineQuery(
  `*[_type == "network" && ${groupFragment} == $group] ${part}`,
)

/** Networks in one answer: about a megabyte of names of usual length. */
export const CATALOGUE_PART = 2_500

export const catalogueTags = () => [networksTag]

export const groupCatalogueTags = (group: Group) => [groupTag(group)]
