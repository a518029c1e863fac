import {defineQuery} from 'next-sanity'
import {sourceFragment} from './fragments.ts'

/** `$id` is the organisation that owns the site: lib/content/home-organization.ts. */
export const HOME_PAGE_QUERY = defineQuery(`*[_type == "organization" && _id == $id][0]{
  _id,
  name,
  summary,
  website,
  names[]{_key, text, lang, kind, from, to, announced, note, source->${sourceFragment}},
  events[]{_key, kind, date, text, status, source->${sourceFragment}},
  identifiers[]{_key, scheme, value}
}`)
