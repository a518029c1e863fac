import {defineQuery} from 'next-sanity'
import type {Group} from '#lib/routes.ts'
import {groupFragment, networkFragment, networkOrder} from './fragments.ts'
import {groupTag} from './tags.ts'

const inGroup = `*[_type == "network" && ${groupFragment} == $group]`

export const GROUP_PAGE_QUERY = defineQuery(`{
  "rows": ${inGroup} | order(${networkOrder})[$start...$end]{${networkFragment}},
  "total": count(${inGroup})
}`)

export const groupPageTags = (group: Group) => [groupTag(group)]
