import {defineQuery} from 'next-sanity'

/**
 * The networks whose pages show something of a document: the network itself, or whatever it is told of in, directly
 * or through a membership. As AFFECTED_NETWORKS_QUERY, with a name to show.
 */
export const LOCATIONS_QUERY = defineQuery(`{
  "ids": [
    $id,
    ...*[_type == "network" && references($id)]._id,
    ...*[_type == "membership" && _id == $id].network._ref,
    ...*[_type == "membership" && references($id)].network._ref
  ][defined(@)]
}{
  "networks": *[_type == "network" && _id in ^.ids] | order(name.cs asc){_id, name{cs, en}, slug{cs, en}, level, relationKind}
}.networks`)
