import type {MetadataRoute} from 'next'
import {config} from '#lib/server/config.ts'
import {isPublicOrigin} from '#lib/server/http/public-origin.ts'

export default function robots(): MetadataRoute.Robots {
  const {siteUrl} = config
  if (!isPublicOrigin(siteUrl)) return {rules: {userAgent: '*', disallow: '/'}}
  return {
    rules: {userAgent: '*', disallow: ['/api/', '/studio']},
    sitemap: `${siteUrl}/sitemap.xml`,
  }
}
