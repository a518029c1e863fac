/**
 * What a cache in front of the site may do with a page: keep it for a second, and show it for a week while it gets no new
 * one. Next would say "an hour, and then a year": it can drop a page from its own cache, but from nobody else's. Browsers
 * ask each time and mostly hear that nothing has changed.
 *
 * No `stale-while-revalidate`: caches count in whole seconds, so a second of that on top made three of two.
 */
const pages = 'public, max-age=0, s-maxage=1, stale-if-error=604800'

/** In the shape `headers()` of next.config.js wants. Previews are never cached: Next overrules this for them. */
export const cacheHeaders = [
  {
    source: '/((?:cs|en|data)(?:/.*)?|sitemap.xml|robots.txt)',
    headers: [{key: 'Cache-Control', value: pages}],
  },
]
