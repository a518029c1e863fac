import {defineQuery} from 'next-sanity'
import {
  bodyFields,
  bodyFragment,
  hasParent,
  informsAnother,
  membershipSummaryFragment,
  membershipsOf,
  networkLinkFragment,
  sitsForAnother,
} from './fragments.ts'

const bodyWithParent = `{${bodyFields}, "parent": select(${hasParent} => parent->${bodyFragment})}`

/**
 * Networks with the bodies that they are connected with. The catalogue says which networks (./catalogue.ts).
 */
export const RELATIONS_PAGE_QUERY = defineQuery(`*[_type == "network" && _id in $ids]{
  ${networkLinkFragment},
  "parent": select(${hasParent} => parent->${bodyWithParent}),
  host->${bodyWithParent},
  memberOf[]{_key, network->${bodyFragment}},
  "memberships": ${membershipsOf}{
    ${membershipSummaryFragment},
    "onBehalfOf": select(${sitsForAnother} => onBehalfOf->${bodyFragment}),
    "reportsTo": select(${informsAnother} => reportsTo->${bodyWithParent})
  }
}`)
