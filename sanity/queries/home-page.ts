import {defineQuery} from 'next-sanity'
import {networksTag} from './tags.ts'

/** The organisation whose site this is; its id is fixed in the seed. */
export const HOME_PAGE_QUERY = defineQuery(`*[_type == "organization" && _id == "organization-simi"][0]{
  _id,
  name,
  summary,
  website,
  names[]{_key, text, lang, kind, from, to, announced, note, source->{_id, title, url, archivedUrl}},
  events[]{_key, kind, date, text, status, source->{_id, title, url, archivedUrl}}
}`)

export const homePageTags = () => [networksTag]
