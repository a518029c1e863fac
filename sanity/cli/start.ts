/**
 * Runs a command with a Content Lake: `node sanity/cli/start.ts next dev`. In hosted mode it only runs the
 * command. In embedded mode (no project id) it starts the lake, registers the site's webhook, runs the
 * command, and stops both. Without a command it starts the lake alone.
 *
 * If the lake stops, the site keeps serving its last good pages. `npm run lake` starts it again.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {createServer} from 'node:net'
import nextEnv from '@next/env'
import {parseEnv} from '../../lib/server/env-schema.ts'
import {lakeSecrets, type Secrets} from './lake-secrets.ts'
import {operatorClient} from './operator.ts'
import {registerWebhook} from './register-webhook.ts'
import {startLake} from './start-lake.ts'

/** @throws Error when another process listens on the port. */
function assertFree(port: number, variable: string, what: string) {
  return new Promise<void>((onFree, onTaken) => {
    const probe = createServer()
    probe.once('error', () => {
      onTaken(
        new Error(
          `Port ${port} is taken. Stop the process that uses it, or set ${variable} to another port for ${what}.`,
        ),
      )
    })
    probe.listen(port, () => probe.close(() => onFree()))
  })
}

const exitCode = (child: ChildProcess) =>
  new Promise<number>((resolveCode) => {
    child.once('exit', (code, signal) => resolveCode(code ?? (signal ? 1 : 0)))
  })

async function main([command, ...args]: string[]): Promise<number> {
  nextEnv.loadEnvConfig(process.cwd(), args[0] === 'dev', {info: () => {}, error: console.error})
  const env = parseEnv(process.env)
  if (env.mode === 'hosted' && !command) throw new Error('In hosted mode there is no embedded lake to start.')
  if (args[0] !== 'build' && command) await assertFree(env.port, 'PORT', 'the site')

  const children: ChildProcess[] = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Stop the site first. The lake is stopped after the site has exited.
    process.on(signal, () => children.at(-1)?.kill(signal))
  }

  let siteSecrets: Partial<Secrets> = {}
  if (env.mode === 'embedded') {
    const secrets = lakeSecrets(env)
    const lake = await startLake(env, secrets)
    children.push(lake)
    const site = {origin: `http://127.0.0.1:${env.port}`, secret: secrets.SANITY_REVALIDATE_SECRET}
    await registerWebhook(operatorClient(env, secrets.SANITY_API_READ_TOKEN), env, site).catch(
      (error: unknown) => {
        lake.kill('SIGTERM')
        throw new Error(`The lake rejected the webhook: ${error instanceof Error ? error.message : error}`)
      },
    )
    siteSecrets = secrets
  }
  const [lake] = children
  let code = 0
  if (command) {
    lake?.once('exit', () =>
      console.error('The embedded lake has stopped. The site keeps serving its last good pages.'),
    )
    const site = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: {
        // Next sends usage reports by default. In embedded mode nothing may leave the machine.
        NEXT_TELEMETRY_DISABLED: '1',
        ...process.env,
        ...siteSecrets,
        PORT: String(env.port),
      },
    })
    children.push(site)
    code = await exitCode(site)
    lake?.removeAllListeners('exit')
    if (lake?.exitCode === null) lake.kill('SIGTERM')
  }
  if (lake && lake.exitCode === null) await exitCode(lake)
  return code
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
