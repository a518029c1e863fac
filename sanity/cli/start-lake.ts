import {type ChildProcess, fork} from 'node:child_process'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Env} from '../../lib/server/env-schema.ts'
import type {Secrets} from './lake-secrets.ts'

/** @param seed Whether an empty lake gets the first content. Not before a backup is restored into it. */
export function startLake(env: Env, secrets: Secrets, {seed = true} = {}): Promise<ChildProcess> {
  const lake = fork(fileURLToPath(import.meta.resolve('embedded-content-lake/main')), {
    env: {
      ...process.env,
      LAKE_PORT: String(env.lakePort),
      LAKE_DIR: env.lakeDir,
      LAKE_PROJECT_ID: env.projectId,
      LAKE_DATASET: env.dataset,
      LAKE_SEED: seed ? resolve(import.meta.dirname, '../seed') : undefined,
      LAKE_TOKEN: secrets.SANITY_API_READ_TOKEN,
      LAKE_ALLOWED_ORIGINS: [
        `http://localhost:${env.port}`,
        `http://127.0.0.1:${env.port}`,
        new URL(env.siteUrl).origin,
        // `npx sanity dev` (sanity.cli.ts)
        `http://localhost:${env.lakePort + 1}`,
      ].join(','),
    },
  })
  return new Promise((onReady, onFailure) => {
    lake.once('message', () => onReady(lake))
    lake.once('exit', (code) => onFailure(new Error(`The embedded lake did not start (exit code ${code}).`)))
  })
}
