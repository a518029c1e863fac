import {createClient} from '@sanity/client'

/** The lake behind the site under test, as a tool with the token sees it. */
export const lake = createClient({
  projectId: 'local',
  dataset: 'production',
  apiVersion: '2025-02-19',
  apiHost: `http://127.0.0.1:${process.env.E2E_LAKE_PORT ?? 3533}`,
  useProjectHostname: false,
  useCdn: false,
  perspective: 'raw',
  token: 'end-to-end-read-token',
})
