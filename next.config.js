import {fileURLToPath} from 'node:url'
import {newBuildId} from './lib/server/cache/build.ts'
import {cacheHeaders} from './lib/server/cache/response-headers.ts'
import {config} from './lib/server/config.ts'
import {assertLakeAnswers} from './lib/server/embedded-lake.ts'
import {securityHeaders} from './lib/server/http/security-headers.ts'

if (config.isDevelopment && config.mode === 'embedded') await assertLakeAnswers(config)

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Vercel has a cache of its own.
  ...(!config.isOnVercel && {
    cacheHandler: fileURLToPath(import.meta.resolve('./lib/server/cache/cache-handler.ts')),
  }),
  generateBuildId: newBuildId,
  // No page uses Next's image optimizer. Enabled, it would convert images for any caller.
  images: {unoptimized: true},
  // lib/server/preview-picture builds these paths at run time, so file tracing can't find them.
  outputFileTracingIncludes: {
    '/*/og/*': ['./node_modules/@expo-google-fonts/*/{400Regular,800ExtraBold}/*.ttf'],
  },
  experimental: {
    // A path outside /cs and /en has no layout for its 404 page.
    globalNotFound: true,
  },
  // Written into the build: a change of mode or of the site's address takes a new one.
  headers: async () => [...securityHeaders(config), ...cacheHeaders],
}
