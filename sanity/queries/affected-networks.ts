import {defineQuery} from 'next-sanity'
import {showingIds, throughStep} from './showing.ts'

/**
 * `networks`: those whose pages show something of a document (./showing.ts), the document itself, and those it belonged to
 * (`$ids`). `bodyIds`: what it has to do with if it is a network, apart from what the document itself says (./related.ts).
 */
export const AFFECTED_NETWORKS_QUERY = defineQuery(`${throughStep}{
  "ids": [
    $id,
    ...$ids,${showingIds}
  ][defined(@)]
}{
  "networks": *[_type == "network" && _id in ^.ids]{
    "cs": slug.cs.current,
    "en": slug.en.current,
    "former": slug.former,
    level,
    relationKind
  },
  "bodyIds": [
    ...*[_type == "membership" && network._ref == $id].reportsTo._ref,
    ...*[_type == "organization" && parent._ref == $id]._id
  ][defined(@)]
}`)
