import {SESSION_COOKIE} from '../preview/session-token.ts'

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

const source = '/((?:cs|en|data)(?:/.*)?|sitemap.xml|robots.txt)'

/** For `headers()` in next.config.js. */
export const cacheHeaders = [
  {source, headers: [{key: 'Cache-Control', value: pages}]},
  {
    // Next itself says this for a preview. A host may give these rules precedence over Next's answer.
    source,
    has: [{type: 'cookie' as const, key: SESSION_COOKIE}],
    headers: [{key: 'Cache-Control', value: 'private, no-store'}],
  },
  {
    // Open data: a page of any other site may read it.
    source: '/(data/.+|(?:cs|en)/feed.xml)',
    headers: [{key: 'Access-Control-Allow-Origin', value: '*'}],
  },
]
