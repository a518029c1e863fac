import type {MetadataRoute} from 'next'
import {locales} from '#lib/locales.ts'
import {languagesOf} from '#lib/page-metadata.ts'
import {sitemapEntries} from '#lib/views/address-view.ts'
import {parseEnv} from '#sanity/env.ts'
import {publishedFetchAll} from '#sanity/fetch.ts'
import {ADDRESSES_QUERY, addressesTags} from '#sanity/queries/addresses.ts'

/** Every page in every language it exists in; Next serves it at /sitemap.xml. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const {siteUrl} = parseEnv(process.env)
  const rows = await publishedFetchAll({query: ADDRESSES_QUERY, tags: addressesTags()})
  return sitemapEntries(rows).flatMap(({alternates, changed}) => {
    const languages = Object.fromEntries(
      Object.entries(languagesOf(alternates)).map(([language, path]) => [language, siteUrl + path]),
    )
    return locales.flatMap((locale) => {
      const url = languages[locale]
      return url ? [{url, alternates: {languages}, ...(changed && {lastModified: changed})}] : []
    })
  })
}
