import {defineQuery} from 'next-sanity'
import {networkLinkFragment, networkOrder} from './fragments.ts'
import {networksTag} from './tags.ts'

/** The organisation whose site this is; its id is fixed in the seed. */
export const HOME_PAGE_QUERY = defineQuery(`{
  "organization": *[_type == "organization" && _id == "organization-simi"][0]{
    _id,
    name,
    summary,
    website,
    names[]{_key, text, lang, kind, from, to, announced, note, source->{_id, title, url, archivedUrl}},
    events[]{_key, kind, date, text, status, source->{_id, title, url, archivedUrl}}
  },
  "networks": *[_type == "network"] | order(${networkOrder}){${networkLinkFragment}}
}`)

export const homePageTags = () => [networksTag]
