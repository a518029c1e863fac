import {createClient} from '@sanity/client'

/** A client with a token that reads drafts. */
const lakeAt = (port: number | string, token: string) =>
  createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    token,
  })

/** The lake behind the site under test. */
export const lake = lakeAt(process.env.E2E_LAKE_PORT ?? 3533, 'end-to-end-read-token')
