import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {connection} from './connection.ts'
import {createRetryingFetch} from './retrying-fetch.ts'

/** Read at each call, because the embedded mode replaces the page's `fetch` later. */
const pageFetch: Parameters<typeof createRetryingFetch>[0] = (input, init) => globalThis.fetch(input, init)

const isReachable = (origin: string) =>
  globalThis.fetch(`${origin}/v1/ping`, {mode: 'no-cors', cache: 'no-store'}).then(
    () => true,
    () => false,
  )

/** The Studio's client factory, on either lake. Clients derived with `withConfig` retry, too. */
export const createRetryingClient = (config: ClientConfig): SanityClient =>
  createClient({...config, resolveFetch: () => createRetryingFetch(pageFetch, connection, isReachable)})

/** The same client, failing at once during an outage: for callers that can report the failure themselves. */
export function withoutRetries(client: SanityClient): SanityClient {
  return client.withConfig({resolveFetch: undefined, timeout: 5_000})
}
