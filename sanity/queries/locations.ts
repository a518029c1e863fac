import {defineQuery} from 'next-sanity'

/**
 * The networks whose pages show something of a document: the network itself, or whatever it is told of in, directly
 * or through a membership. As AFFECTED_NETWORKS_QUERY, with a name to show.
 */
export const LOCATIONS_QUERY = defineQuery(`*[
  _type == "network" && (
    _id == $id
    || references($id)
    || _id in *[_type == "membership" && (_id == $id || references($id))].network._ref
  )
] | order(name.cs asc){_id, name{cs, en}, slug{cs, en}, level, relationKind}`)
