import {defineQuery} from 'next-sanity'
import {bodyFields, membershipsOf, networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

const bodyWithParent = `{${bodyFields}, parent->{${bodyFields}}}`

/** Networks with whom they are joined to. */
export const RELATIONS_PAGE_QUERY = defineQuery(`{
  "rows": *[_type == "network"] | order(${networkOrder})[$start...$end]{
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
  },
  "total": count(*[_type == "network"])
}`)

export const relationsPageTags = () => [networksTag]
