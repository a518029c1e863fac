import {siteTextsId} from '#lib/content/site-texts.ts'
import {pageTypes} from '#lib/routing/document-pages.ts'
import {isOfType} from './content-types.ts'
import {showingIds, throughStep} from './showing.ts'
import {siteTextsProjection} from './site-texts.ts'

/**
 * The documents whose pages show something of the document `$id` (./showing.ts), and whether the home page
 * does. The site's texts have the titles of the lists.
 */
export const LOCATIONS_QUERY = `${throughStep}{
  "ids": [
    $id,${showingIds}
  ][defined(@)]
}{
  "pages": *[${isOfType(pageTypes)} && _id in ^.ids]{
    _type, _id, name{cs, en}, slug{cs, en}, level, relationKind, orderRank
  },
  "home": $id == $homeId || count(*[_id == $homeId && references($id)]) > 0,
  "texts": *[_id == "${siteTextsId}"][0]${siteTextsProjection}
}`
