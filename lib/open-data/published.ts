import {buildEach} from '../build-each.ts'
import {isOnSite, networkLink} from '../views/network-link.ts'
import type {NetworkRow} from '../views/rows.ts'

/** The networks that the files tell of: those with a page. One that can't be read is left out and logged. */
export const publishedNetworks = (rows: readonly NetworkRow[] | null | undefined): NetworkRow[] =>
  buildEach(
    rows,
    (row) => row?._id,
    (row) => (isOnSite(networkLink(row, 'cs')) ? row : undefined),
  )
