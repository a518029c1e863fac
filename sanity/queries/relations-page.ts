import {defineQuery} from 'next-sanity'
import {
  bodyFields,
  hasParent,
  informsAnother,
  membershipsOf,
  networkLinkFragment,
  sitsForAnother,
} from './fragments.ts'
import {networksTag} from './tags.ts'

const body = `{${bodyFields}}`
const bodyWithParent = `{${bodyFields}, "parent": select(${hasParent} => parent->${body})}`

/** Networks with whom they are joined to; which ones follows from the catalogue (./catalogue.ts). */
export const RELATIONS_PAGE_QUERY = defineQuery(`*[_type == "network" && _id in $ids]{
  ${networkLinkFragment},
  "parent": select(${hasParent} => parent->${bodyWithParent}),
  host->${bodyWithParent},
  "memberships": ${membershipsOf}{
    _id,
    member->{_type, _id, name, grammaticalGender},
    "onBehalfOf": select(${sitsForAnother} => onBehalfOf->${body}),
    role,
    roleStated,
    roleLabel,
    since,
    until,
    status,
    asOf,
    lastChecked,
    "reportsTo": select(${informsAnother} => reportsTo->${bodyWithParent})
  }
}`)

export const relationsPageTags = () => [networksTag]
