import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Env} from '../../lib/server/env-schema.ts'

export type Secrets = {SANITY_API_READ_TOKEN: string; SANITY_REVALIDATE_SECRET: string}

/**
 * The secrets of a data folder, generated at the first call and stored in it. A lake that restarts alone then
 * still matches the running site. Only the owner can read the file, and the owner can read the content there
 * anyway.
 */
export function lakeSecrets(env: Env): Secrets {
  const file = join(env.lakeDir, 'secrets.json')
  const stored: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const generate = () => randomBytes(32).toString('base64url')
  const secrets = {
    SANITY_API_READ_TOKEN: stored.SANITY_API_READ_TOKEN ?? generate(),
    SANITY_REVALIDATE_SECRET: stored.SANITY_REVALIDATE_SECRET ?? generate(),
  }
  mkdirSync(env.lakeDir, {recursive: true, mode: 0o700})
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, {mode: 0o600})
  return {
    SANITY_API_READ_TOKEN: env.readToken ?? secrets.SANITY_API_READ_TOKEN,
    SANITY_REVALIDATE_SECRET: env.revalidateSecret ?? secrets.SANITY_REVALIDATE_SECRET,
  }
}
