import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment} from './fragments.ts'

/**
 * The feed's records of changes, newest first. A record is not a content type: no schema defines it, so this
 * is not a `defineQuery`. lib/open-data/feed.ts has its type.
 */
export const CHANGE_RECORDS_QUERY = `*[_type == "change"] | order(_createdAt desc, _id asc)[0...$limit]{
  _id,
  _createdAt,
  networkId,
  networkName{cs, en},
  parts[]{kind, count}
}`

/** A part of all networks, each with the times when something on its page last changed. */
export const CHANGES_QUERY = defineQuery(`*[_type == "network"] | order(_id asc)[$start...$end]{
  ${networkLinkFragment},
  ${networkChanges}
}`)
