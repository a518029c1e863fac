import {defineQuery} from 'next-sanity'
import {bodyFields, membershipsOf, networkLinkFragment} from './fragments.ts'
import {networksTag} from './tags.ts'

const bodyWithParent = `{${bodyFields}, parent->{${bodyFields}}}`

/** Networks with whom they are joined to; which ones follows from the catalogue (./catalogue.ts). */
export const RELATIONS_PAGE_QUERY = defineQuery(`*[_type == "network" && _id in $ids]{
  ${networkLinkFragment},
  parent->${bodyWithParent},
  host->${bodyWithParent},
  "memberships": ${membershipsOf}{
    _id,
    member->{_type, _id, name, grammaticalGender},
    onBehalfOf->{${bodyFields}},
    role,
    roleStated,
    roleLabel,
    status,
    asOf,
    lastChecked,
    reportsTo->${bodyWithParent}
  }
}`)

export const relationsPageTags = () => [networksTag]
