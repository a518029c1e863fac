import {createClient} from '@sanity/client'
import {apiVersion} from './api-version.ts'
import {parseEnv} from './env.ts'

const env = parseEnv(process.env)

/**
 * Reads what is published, as any visitor may: it carries no token and never will, because whatever shares it
 * would otherwise see drafts.
 *
 * No CDN: with tags a stale CDN answer would be stored as if it were fresh. Ten seconds is long for a page that
 * is regenerated behind the visitor's back, and short enough that a hanging CMS doesn't pile up renders.
 */
export const client = createClient({
  projectId: env.projectId,
  dataset: env.dataset,
  apiVersion,
  perspective: 'published',
  useCdn: false,
  timeout: 10_000,
  ...(env.lakeUrl && {apiHost: env.lakeUrl, useProjectHostname: false}),
})
