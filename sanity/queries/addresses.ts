import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

/** Every network with what its address and the date of its last change follow from: sitemap and static params. */
export const ADDRESSES_QUERY = defineQuery(`*[_type == "network"] | order(${networkOrder}){
  ${networkLinkFragment},
  ${networkChanges}
}`)

export const addressesTags = () => [networksTag]
