/**
 * Runs a command with a Content Lake behind it: `node sanity/cli/start.ts next dev`. On hosted Sanity that is just
 * the command. Without a project id it starts the embedded lake first, tells it of the site's webhook, and stops
 * both together. Without a command: the lake alone.
 *
 * If the lake dies the site goes on serving its last good pages; start it again with `npm run lake`.
 */
import {type ChildProcess, fork, spawn} from 'node:child_process'
import {createServer} from 'node:net'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import nextEnv from '@next/env'
import {type Env, parseEnv} from '../../lib/server/env-schema.ts'
import {revalidateWebhook} from '../queries/webhook.ts'
import {type Secrets, secretsOf} from './lake-secrets.ts'

/** @throws Error when something else listens there already. */
function assertFree(port: number, variable: string, what: string) {
  return new Promise<void>((free, taken) => {
    const probe = createServer()
    probe.once('error', () => {
      taken(
        new Error(
          `Port ${port} is taken. Stop what listens there, or set ${variable} to give ${what} another.`,
        ),
      )
    })
    probe.listen(port, () => probe.close(() => free()))
  })
}

function startLake(env: Env, secrets: Secrets): Promise<ChildProcess> {
  const lake = fork(fileURLToPath(import.meta.resolve('embedded-content-lake/main')), {
    env: {
      ...process.env,
      LAKE_PORT: String(env.lakePort),
      LAKE_DIR: env.lakeDir,
      LAKE_PROJECT_ID: env.projectId,
      LAKE_DATASET: env.dataset,
      LAKE_SEED: resolve(import.meta.dirname, '../seed'),
      LAKE_TOKEN: secrets.SANITY_API_READ_TOKEN,
      LAKE_ALLOWED_ORIGINS: [
        `http://localhost:${env.port}`,
        `http://127.0.0.1:${env.port}`,
        new URL(env.siteUrl).origin,
      ].join(','),
    },
  })
  return new Promise((ready, failed) => {
    lake.once('message', () => ready(lake))
    lake.once('exit', (code) => failed(new Error(`The embedded lake did not start (exit code ${code}).`)))
  })
}

/** Through the same API and with the same values as on hosted Sanity. */
async function registerWebhook(env: Env, secrets: Secrets) {
  const {name, path, rule} = revalidateWebhook
  const hooks = `${env.lakeUrl}/v2021-10-04/hooks/projects/${env.projectId}`
  const call = async (url: string, method: string, body?: object) => {
    const response = await fetch(url, {
      method,
      headers: {authorization: `Bearer ${secrets.SANITY_API_READ_TOKEN}`, 'content-type': 'application/json'},
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`The lake refused the webhook: ${response.status} ${text}`)
    return text
  }
  const hook = {
    type: 'document',
    name,
    url: `http://127.0.0.1:${env.port}${path}`,
    dataset: env.dataset,
    rule,
    httpMethod: 'POST',
    apiVersion: 'v2021-03-25',
    includeDrafts: false,
    secret: secrets.SANITY_REVALIDATE_SECRET,
  }
  // Updated in place: what could not be delivered while the site was down is still delivered then.
  const known = (JSON.parse(await call(hooks, 'GET')) as {id: string; name: string}[]).find(
    (one) => one.name === name,
  )
  await (known ? call(`${hooks}/${known.id}`, 'PUT', hook) : call(hooks, 'POST', hook))
}

const ended = (child: ChildProcess) =>
  new Promise<number>((done) => {
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)))
  })

async function main([command, ...args]: string[]): Promise<number> {
  nextEnv.loadEnvConfig(process.cwd(), args[0] === 'dev', {info: () => {}, error: console.error})
  const env = parseEnv(process.env)
  if (env.mode === 'hosted' && !command) throw new Error('On hosted Sanity there is no lake to start.')
  if (args[0] !== 'build' && command) await assertFree(env.port, 'PORT', 'the site')

  const children: ChildProcess[] = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // The site stops first; the lake follows when it has ended.
    process.on(signal, () => children.at(-1)?.kill(signal))
  }

  let extra: Partial<Secrets> & {PORT?: string} = {}
  if (env.mode === 'embedded') {
    const secrets = secretsOf(env)
    const lake = await startLake(env, secrets)
    children.push(lake)
    await registerWebhook(env, secrets).catch((error: unknown) => {
      lake.kill('SIGTERM')
      throw error
    })
    extra = secrets
  }
  const [lake] = children
  let code = 0
  if (command) {
    lake?.once('exit', () =>
      console.error('The embedded lake has stopped; the site keeps its last good pages.'),
    )
    const site = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      // Next reports usage to its makers by default; in embedded mode nothing leaves the machine.
      env: {NEXT_TELEMETRY_DISABLED: '1', ...process.env, ...extra, PORT: String(env.port)},
    })
    children.push(site)
    code = await ended(site)
    lake?.removeAllListeners('exit')
    if (lake?.exitCode === null) lake.kill('SIGTERM')
  }
  if (lake && lake.exitCode === null) await ended(lake)
  return code
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
