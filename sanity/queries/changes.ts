import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment} from './fragments.ts'

/** The feed: a part of all networks with when something that its page shows was last changed. */
export const CHANGES_QUERY = defineQuery(`*[_type == "network"] | order(_id asc)[$start...$end]{
  ${networkLinkFragment},
  summary,
  sourceText{asOf},
  lastChecked,
  ${networkChanges}
}`)
