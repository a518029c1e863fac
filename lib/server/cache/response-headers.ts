/**
 * What a cache in front of the site may do with a page: keep it for a second, and serve it for a week while
 * the site fails. Next's default is an hour, then stale for a year. Next can drop a page from its own cache,
 * but not from a cache in front. Browsers ask each time and mostly get 304 Not Modified.
 *
 * No `stale-while-revalidate`: caches count in whole seconds, so a second of it made two seconds of staleness
 * into three.
 */
export const brief = 'public, max-age=0, s-maxage=1'
const pages = `${brief}, stale-if-error=604800`

/** For `headers()` in next.config.js. Previews are never cached: Next replaces this header for them. */
export const cacheHeaders = [
  {
    source: '/((?:cs|en|data)(?:/.*)?|sitemap.xml|robots.txt)',
    headers: [{key: 'Cache-Control', value: pages}],
  },
  {
    // Open data: a page of any other site may read it.
    source: '/(data/.+|(?:cs|en)/feed.xml)',
    headers: [{key: 'Access-Control-Allow-Origin', value: '*'}],
  },
]
