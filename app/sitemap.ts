import type {MetadataRoute} from 'next'
import {sitemapEntries} from '#lib/content/address-view.ts'
import {locales} from '#lib/i18n/locales.ts'
import {languagesOf} from '#lib/routing/page-metadata.ts'
import {config} from '#lib/server/config.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetchAll} from '#sanity/server/fetch.ts'

/** Every page in every language in which it exists. Next serves it at /sitemap.xml. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const {siteUrl} = config
  const rows = await publishedFetchAll({query: ADDRESSES_QUERY, tags: [networksTag]})
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
