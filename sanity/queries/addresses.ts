import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment} from './fragments.ts'
import {networksTag} from './tags.ts'

/** A part of all networks with what its address and the date of its last change follow from. */
export const ADDRESSES_QUERY = defineQuery(`*[_type == "network"] | order(_id asc)[$start...$end]{
  ${networkLinkFragment},
  ${networkChanges}
}`)

export const addressesTags = () => [networksTag]
