import {defineQuery} from 'next-sanity'

export const siteTextsProjection = `{
  site,
  home,
  landing,
  "czech-networks": czechNetworks,
  "european-networks": europeanNetworks,
  "foreign-partners": foreignPartners,
  overview,
  timeline,
  relations,
  data
}`

/** `$id` is the one document of this type: lib/content/site-texts.ts. */
export const SITE_TEXTS_QUERY = defineQuery(`*[_type == "siteTexts" && _id == $id][0]${siteTextsProjection}`)
