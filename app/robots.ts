import type {MetadataRoute} from 'next'
import {parseEnv} from '#lib/server/env-schema.ts'
import {isPublicOrigin} from '#lib/server/http/public-origin.ts'

export default function robots(): MetadataRoute.Robots {
  const {siteUrl} = parseEnv(process.env)
  if (!isPublicOrigin(siteUrl)) return {rules: {userAgent: '*', disallow: '/'}}
  return {
    rules: {userAgent: '*', disallow: ['/api/', '/studio']},
    sitemap: `${siteUrl}/sitemap.xml`,
  }
}
