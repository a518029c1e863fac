import {fileURLToPath} from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // docs/decisions/005: visitors' pages are stored without script.
  cacheHandler: fileURLToPath(import.meta.resolve('./lib/cache/scriptless-cache-handler.ts')),
  experimental: {
    // An address outside /cs and /en has no layout of its own to put a 404 in.
    globalNotFound: true,
  },
}
