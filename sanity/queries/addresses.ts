import {defineQuery} from 'next-sanity'
import {networkChanges, networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

/** A part of all networks with what its address and the date of its last change follow from. */
export const ADDRESSES_QUERY =
  defineQuery(`*[_type == "network"] | order(${networkOrder}, _id asc)[$start...$end]{
  ${networkLinkFragment},
  ${networkChanges}
}`)

/** The first networks in the editors' order, without their changes. */
export const FIRST_ADDRESSES_QUERY = defineQuery(
  `*[_type == "network"] | order(${networkOrder})[0...$most]{${networkLinkFragment}}`,
)

export const addressesTags = () => [networksTag]
