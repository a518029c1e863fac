import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Env} from '../../lib/server/env-schema.ts'

export type Secrets = {SANITY_API_READ_TOKEN: string; SANITY_REVALIDATE_SECRET: string}

/**
 * Made once for a data folder and kept in it, readable by its owner only (who can read the content there as well):
 * so a lake that is restarted alone still fits the site that is running.
 */
export function secretsOf(env: Env): Secrets {
  const file = join(env.lakeDir, 'secrets.json')
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const make = () => randomBytes(32).toString('base64url')
  const secrets = {
    SANITY_API_READ_TOKEN: kept.SANITY_API_READ_TOKEN ?? make(),
    SANITY_REVALIDATE_SECRET: kept.SANITY_REVALIDATE_SECRET ?? make(),
  }
  mkdirSync(env.lakeDir, {recursive: true, mode: 0o700})
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, {mode: 0o600})
  return {
    SANITY_API_READ_TOKEN: env.readToken ?? secrets.SANITY_API_READ_TOKEN,
    SANITY_REVALIDATE_SECRET: env.revalidateSecret ?? secrets.SANITY_REVALIDATE_SECRET,
  }
}
