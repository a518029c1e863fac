import type {ClientConfig} from '@sanity/client'
import {apiVersion} from './api-version.ts'

type Target = {projectId: string; dataset: string; lakeUrl: string | undefined}

/**
 * How the server and the commands reach the Content Lake. No CDN: its answers may be older than the last
 * publish. `lakeUrl` is unset on hosted Sanity, where the client knows the address.
 */
export const clientConfig = ({projectId, dataset, lakeUrl}: Target) =>
  ({
    projectId,
    dataset,
    apiVersion,
    useCdn: false,
    ...(lakeUrl && {apiHost: lakeUrl, useProjectHostname: false}),
  }) satisfies ClientConfig
