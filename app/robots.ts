import type {MetadataRoute} from 'next'
import {parseEnv} from '#sanity/env.ts'

export default function robots(): MetadataRoute.Robots {
  const {siteUrl} = parseEnv(process.env)
  return {
    rules: {userAgent: '*', disallow: ['/api/', '/studio']},
    sitemap: `${siteUrl}/sitemap.xml`,
  }
}
