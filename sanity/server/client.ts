import {createClient} from '@sanity/client'
import {config} from '../../lib/server/config.ts'
import {apiVersion} from '../queries/api-version.ts'

/**
 * Reads what is published, as any visitor may: it carries no token and never will, because whatever shares it
 * would otherwise see drafts.
 *
 * No CDN: with tags a stale CDN answer would be stored as if it were fresh. Twice five seconds is long for a page that
 * is regenerated behind the visitor's back, and short enough that a hanging CMS doesn't pile up renders: until one has
 * ended, Next answers every request to make the page anew with it.
 */
export const client = createClient({
  projectId: config.projectId,
  dataset: config.dataset,
  apiVersion,
  perspective: 'published',
  useCdn: false,
  timeout: 5_000,
  maxRetries: 1,
  ...(config.lakeUrl && {apiHost: config.lakeUrl, useProjectHostname: false}),
})
