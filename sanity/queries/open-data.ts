import {defineQuery} from 'next-sanity'
import {networkFragment} from './fragments.ts'

/**
 * All that the open data files say: what the network pages show, of a part of all networks. In the order of ids, which
 * neither a rename nor a new order of the lists changes: two copies of a file differ only where the content does.
 */
export const OPEN_DATA_QUERY = defineQuery(
  `*[_type == "network"] | order(_id asc)[$start...$end]{${networkFragment}}`,
)
