import {defineQuery} from 'next-sanity'
import {networkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

/** All that the open data files say: what the network pages show, of a part of all networks. */
export const OPEN_DATA_QUERY = defineQuery(
  `*[_type == "network"] | order(${networkOrder}, _id asc)[$start...$end]{${networkFragment}}`,
)

export const openDataTags = () => [networksTag]
