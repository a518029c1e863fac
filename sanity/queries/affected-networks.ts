import {defineQuery} from 'next-sanity'
import {relatedIdsFragment} from './fragments.ts'

const address = `{"cs": slug.cs.current, "en": slug.en.current, "former": slug.former, level, relationKind}`

/**
 * `networks`: those whose pages show something of a document: the document itself, the networks it belongs to (`$ids`),
 * and whatever refers to it directly or through a membership. `related`: those that name one of them as related
 * (./network-page.ts says when). In a further step each, so that an index can answer what the step before has found.
 */
export const AFFECTED_NETWORKS_QUERY = defineQuery(`{
  "ids": array::unique([
    ...$ids,
    ...*[_type == "network" && references($id)]._id,
    ...*[_type == "membership" && references($id)].network._ref
  ])[defined(@)]
}{
  ids,
  "bodyIds": [
    $id,
    ...ids,
    ...*[_type == "network" && _id in ^.ids].parent._ref,
    ...*[_type == "network" && _id in ^.ids].host._ref,
    ...*[_type == "membership" && network._ref in ^.ids].reportsTo._ref,
    ...*[_type == "organization" && parent._ref in ^.ids]._id
  ][defined(@)]
}{
  ids,
  ${relatedIdsFragment}
}{
  "networks": *[_type == "network" && _id in ^.ids]${address},
  "related": *[_type == "network" && _id in ^.relatedIds && !(_id in ^.ids)][0...100]${address}
}`)
