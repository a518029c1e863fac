import {createClient} from '@sanity/client'
import {parseEnv} from '../../lib/server/env-schema.ts'
import {apiVersion} from '../queries/api-version.ts'

const env = parseEnv(process.env)

/**
 * Reads what is published, as any visitor may: it carries no token and never will, because whatever shares it
 * would otherwise see drafts.
 *
 * No CDN: with tags a stale CDN answer would be stored as if it were fresh. Twice five seconds is long for a page that
 * is regenerated behind the visitor's back, and short enough that a hanging CMS doesn't pile up renders: until one has
 * ended, Next answers every request to make the page anew with it.
 */
export const client = createClient({
  projectId: env.projectId,
  dataset: env.dataset,
  apiVersion,
  perspective: 'published',
  useCdn: false,
  timeout: 5_000,
  maxRetries: 1,
  ...(env.lakeUrl && {apiHost: env.lakeUrl, useProjectHostname: false}),
})
