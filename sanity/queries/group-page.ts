import {defineQuery} from 'next-sanity'
import {groupTag} from '#lib/routing/document-pages.ts'
import type {Group} from '#lib/routing/paths.ts'
import {landingNetworkFragment} from './fragments.ts'

/** Networks of a group. The catalogue says which ones, and in which order (./catalogue.ts). */
export const GROUP_PAGE_QUERY = defineQuery(`*[_type == "network" && _id in $ids]{${landingNetworkFragment}}`)

export const groupPageTags = (group: Group) => [groupTag(group)]
