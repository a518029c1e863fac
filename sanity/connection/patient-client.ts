import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {connection} from './connection.ts'
import {patientFetch} from './patient-fetch.ts'

/** As late as possible: the embedded mode replaces the page's `fetch`. */
const pageFetch: Parameters<typeof patientFetch>[0] = (input, init) => globalThis.fetch(input, init)

const isThere = (origin: string) =>
  globalThis.fetch(`${origin}/v1/ping`, {mode: 'no-cors', cache: 'no-store'}).then(
    () => true,
    () => false,
  )

/** How the Studio makes its clients, on either lake. Clients made from one with `withConfig` are patient, too. */
export const createPatientClient = (config: ClientConfig): SanityClient =>
  createClient({...config, resolveFetch: () => patientFetch(pageFetch, connection, isThere)})

/** The same client in a hurry: it fails at once during an outage, for what has something else to say then. */
export function impatient(client: SanityClient): SanityClient {
  return client.withConfig({resolveFetch: undefined, timeout: 5_000})
}
