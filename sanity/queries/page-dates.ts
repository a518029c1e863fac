import {defineQuery} from 'next-sanity'
import {networkChanges} from './fragments.ts'

/**
 * When the documents on a list changed and were checked. A query of its own, so that every list states it in
 * the same way.
 */
export const PAGE_DATES_QUERY = defineQuery(`*[_id in $ids]{_id, _type, lastChecked, ${networkChanges}}`)
