import {defineQuery} from 'next-sanity'
import {networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

/** Every network with what its address and the date of its last change follow from: sitemap and static params. */
export const ADDRESSES_QUERY = defineQuery(`*[_type == "network"] | order(${networkOrder}){
  ${networkLinkFragment},
  "changes": [_updatedAt, ...*[_type == "membership" && network._ref == ^._id]._updatedAt]
}`)

export const addressesTags = () => [networksTag]
