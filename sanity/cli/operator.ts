import nextEnv from '@next/env'
import {createClient, type SanityClient} from '@sanity/client'
import {type Env, parseEnv} from '../../lib/server/env-schema.ts'
import {clientConfig} from '../queries/client-config.ts'
import {secretsOf} from './lake-secrets.ts'

/** The configuration that `next start` would have here: `.env.local` and the rest are read as Next reads them. */
export function loadEnv(): Env {
  nextEnv.loadEnvConfig(process.cwd(), false, {info: () => {}, error: console.error})
  return parseEnv(process.env)
}

/** Reads and writes the dataset as it is stored, drafts included. */
export const operatorClient = (env: Env, token: string | undefined): SanityClient =>
  createClient({...clientConfig(env), perspective: 'raw', token})

/** @throws Error that names the variable when there is no token to write with. */
export function writingClient(env: Env): SanityClient {
  const token = env.mode === 'embedded' ? secretsOf(env).SANITY_API_READ_TOKEN : env.writeToken
  if (!token) {
    throw new Error(
      'SANITY_API_WRITE_TOKEN is missing: make an Editor token on sanity.io/manage (API → Tokens) and set it for this command only.',
    )
  }
  return operatorClient(env, token)
}

/** What a dataset holds apart from Sanity's own documents. */
export const countDocuments = (client: SanityClient) =>
  client.fetch<number>('count(*[!(_id in path("_.**")) && !string::startsWith(_type, "system.")])')
