import {defineQuery} from 'next-sanity'
import {membershipFragment, networkLinkFragment} from './fragments.ts'

/**
 * A part of all memberships with what they are chosen, counted and ordered by; what follows from their networks is in the
 * catalogue (./catalogue.ts).
 */
export const OVERVIEW_CHOICES_QUERY = defineQuery(`*[_type == "membership"] | order(_id asc)[$start...$end]{
  _id,
  "network": network._ref,
  status,
  since,
  until
}`)

/** The chosen memberships of one page. */
export const OVERVIEW_PAGE_QUERY = defineQuery(
  `*[_type == "membership" && _id in $ids]{${membershipFragment}, network->{${networkLinkFragment}}}`,
)
