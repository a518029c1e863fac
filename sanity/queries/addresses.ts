import {pageTypes} from '#lib/routing/document-pages.ts'
import {isOfType} from './content-types.ts'
import {networkChanges, networkLinkFragment} from './fragments.ts'

/**
 * A part of all documents with a page of their own: what their addresses follow from, and when they last
 * changed. Not a `defineQuery`, because TypeGen cannot evaluate `isOfType`.
 */
export const ADDRESSES_QUERY = `*[${isOfType(pageTypes)}] | order(_id asc)[$start...$end]{
  _type,
  ${networkLinkFragment},
  ${networkChanges}
}`
