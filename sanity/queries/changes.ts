import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment} from './fragments.ts'

/** The feed: a part of all networks, each with the times when something on its page last changed. */
export const CHANGES_QUERY = defineQuery(`*[_type == "network"] | order(_id asc)[$start...$end]{
  ${networkLinkFragment},
  summary,
  sourceText{asOf},
  lastChecked,
  ${networkChanges}
}`)
