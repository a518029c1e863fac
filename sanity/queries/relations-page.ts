import {defineQuery} from 'next-sanity'
import {
  bodyFields,
  hasParent,
  informsAnother,
  membershipsOf,
  networkLinkFragment,
  networkOrder,
  sitsForAnother,
} from './fragments.ts'
import {networksTag} from './tags.ts'

const body = `{${bodyFields}}`
const bodyWithParent = `{${bodyFields}, "parent": select(${hasParent} => parent->${body})}`

/** Networks with whom they are joined to. */
export const RELATIONS_PAGE_QUERY = defineQuery(`{
  "rows": *[_type == "network"] | order(${networkOrder})[$start...$end]{
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
  },
  "total": count(*[_type == "network"])
}`)

export const relationsPageTags = () => [networksTag]
