import {defineQuery} from 'next-sanity'
import {networkFragment} from './fragments.ts'

/**
 * The content of the open data files: what the network pages show, for a part of all networks. Sorted by id,
 * so that a rename or a new order of the lists moves no row, and two copies of a file differ only where the
 * content differs.
 */
export const OPEN_DATA_QUERY = defineQuery(
  `*[_type == "network"] | order(_id asc)[$start...$end]{${networkFragment}}`,
)
