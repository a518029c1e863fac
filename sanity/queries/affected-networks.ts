import {defineQuery} from 'next-sanity'

/**
 * The networks whose pages show something of a document: the document itself, the networks it belongs to, and
 * whatever refers to it directly or through a membership.
 */
export const AFFECTED_NETWORKS_QUERY = defineQuery(`*[
  _type == "network" && (
    _id in $ids
    || references($id)
    || _id in *[_type == "membership" && references($id)].network._ref
  )
]{"cs": slug.cs.current, "en": slug.en.current, "former": slug.former, level, relationKind}`)
