import nextEnv from '@next/env'
import {createClient, type SanityClient} from '@sanity/client'
import {type Env, parseEnv} from '../../lib/server/env-schema.ts'
import {clientConfig} from '../queries/client-config.ts'
import {lakeSecrets} from './lake-secrets.ts'

/** The configuration that `next start` would use here. Reads `.env` files as Next does. */
export function loadEnv(): Env {
  nextEnv.loadEnvConfig(process.cwd(), false, {info: () => {}, error: console.error})
  return parseEnv(process.env)
}

/** A client for the whole dataset: raw perspective with drafts, no CDN. */
export const operatorClient = (env: Env, token: string | undefined): SanityClient =>
  createClient({...clientConfig(env), perspective: 'raw', token})

/** @throws Error that names the missing variable when there is no write token. */
export function writeClient(env: Env): SanityClient {
  const token = env.mode === 'embedded' ? lakeSecrets(env).SANITY_API_READ_TOKEN : env.writeToken
  if (!token) {
    throw new Error(
      'SANITY_API_WRITE_TOKEN is missing: create an Editor token on sanity.io/manage (API → Tokens) and set it for this command only.',
    )
  }
  return operatorClient(env, token)
}

/** Counts all documents except Sanity's own. */
export const countDocuments = (client: SanityClient) =>
  client.fetch<number>('count(*[!(_id in path("_.**")) && !string::startsWith(_type, "system.")])')
