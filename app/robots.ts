import type {MetadataRoute} from 'next'
import {isPublicOrigin} from '#lib/public-origin.ts'
import {parseEnv} from '#sanity/env.ts'

export default function robots(): MetadataRoute.Robots {
  const {siteUrl} = parseEnv(process.env)
  if (!isPublicOrigin(siteUrl)) return {rules: {userAgent: '*', disallow: '/'}}
  return {
    rules: {userAgent: '*', disallow: ['/api/', '/studio']},
    sitemap: `${siteUrl}/sitemap.xml`,
  }
}
