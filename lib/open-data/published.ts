import {isOnSite, networkLink} from '../content/network-link.ts'
import type {NetworkRow} from '../content/query-rows.ts'
import {mapValid} from '../parsing/map-valid.ts'

/** The networks in the data files: those with a page. A malformed one is left out and logged. */
export const publishedNetworks = (rows: readonly NetworkRow[] | null | undefined): NetworkRow[] =>
  mapValid(
    rows,
    (row) => row?._id,
    (row) => (isOnSite(networkLink(row, 'cs')) ? row : undefined),
  )
