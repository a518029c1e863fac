import {defineQuery} from 'next-sanity'
import {membershipFragment, networkLinkFragment} from './fragments.ts'

/**
 * A part of all memberships, with the fields that they are filtered, counted and sorted by. The fields of
 * their networks are in the catalogue (./catalogue.ts).
 */
export const OVERVIEW_CHOICES_QUERY = defineQuery(`*[_type == "membership"] | order(_id asc)[$start...$end]{
  _id,
  "network": network._ref,
  status,
  since,
  until
}`)

/** The memberships on one page. */
export const OVERVIEW_PAGE_QUERY = defineQuery(
  `*[_type == "membership" && _id in $ids]{${membershipFragment}, network->{${networkLinkFragment}}}`,
)
