import {defineQuery} from 'next-sanity'
import {showingIds, throughStep} from './showing.ts'

/** The networks whose pages show something of a document (./showing.ts), and whether the home page does. */
export const LOCATIONS_QUERY = defineQuery(`${throughStep}{
  "ids": [
    $id,${showingIds}
  ][defined(@)]
}{
  "networks": *[_type == "network" && _id in ^.ids]{_id, name{cs, en}, slug{cs, en}, level, relationKind, orderRank},
  "home": $id == $homeId || count(*[_id == $homeId && references($id)]) > 0
}`)
