import {pageTypes} from '#lib/routing/document-pages.ts'
import {isOfType} from './content-types.ts'
import {showingIds, throughStep} from './showing.ts'

/**
 * What a change of the document `$id` affects. `pages`: the addresses of the document, of every document
 * whose page shows something of it (./showing.ts), and of those it belonged to (`$ids`). `bodyIds`: if the
 * document is a network, the bodies that other documents connect it with (./related.ts). Its own fields name
 * the rest.
 */
export const AFFECTED_PAGES_QUERY = `${throughStep}{
  "ids": [
    $id,
    ...$ids,${showingIds}
  ][defined(@)]
}{
  "pages": *[${isOfType(pageTypes)} && _id in ^.ids]{
    _type,
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
}`
