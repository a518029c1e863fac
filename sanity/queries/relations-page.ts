import {defineQuery} from 'next-sanity'
import {bodyFields, membershipsOf, networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

const bodyWithParent = `{${bodyFields}, parent->{${bodyFields}}}`

/** Every network with whom it is joined to. */
export const RELATIONS_PAGE_QUERY = defineQuery(`*[_type == "network"] | order(${networkOrder}){
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
