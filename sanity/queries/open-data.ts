import {defineQuery} from 'next-sanity'
import {networkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

/** All that the open data files say: what the network pages show, of every network. */
export const OPEN_DATA_QUERY = defineQuery(
  `*[_type == "network"] | order(${networkOrder}){${networkFragment}}`,
)

export const openDataTags = () => [networksTag]
