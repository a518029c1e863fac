import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment} from './fragments.ts'
import {networksTag} from './tags.ts'

/** The feed: every network with when something that its page shows was last changed. */
export const CHANGES_QUERY = defineQuery(`*[_type == "network"] | order(_id asc){
  ${networkLinkFragment},
  summary,
  lastChecked,
  ${networkChanges}
}`)

export const changesTags = () => [networksTag]
