import {createClient} from '@sanity/client'
import {config} from '../../lib/server/config.ts'
import {clientConfig} from '../queries/client-config.ts'

/**
 * Reads published content. It has no token, because everything that shares this client would then see drafts.
 *
 * No CDN: with cache tags, a stale CDN answer would be stored as fresh. Twice five seconds is long for a page
 * that regenerates in the background. It is short enough that a CMS that hangs does not pile up renders:
 * until a render has ended, Next gives its result to every request that would regenerate the same page.
 */
export const client = createClient({
  ...clientConfig(config),
  perspective: 'published',
  timeout: 5_000,
  maxRetries: 1,
})
