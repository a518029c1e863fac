import {defineQuery} from 'next-sanity'
import type {Group} from '#lib/routes.ts'
import {groupFragment, networkFragment, networkOrder} from './fragments.ts'
import {groupTag} from './tags.ts'

export const GROUP_PAGE_QUERY = defineQuery(
  `*[_type == "network" && ${groupFragment} == $group] | order(${networkOrder}){${networkFragment}}`,
)

export const groupPageTags = (group: Group) => [groupTag(group)]
