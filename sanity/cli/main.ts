/**
 * Commands of an operator on the configured dataset, hosted or embedded:
 * `npm run doctor`, `npm run seed [-- --replace]`, `npm run backup [-- file]`,
 * `npm run restore -- file [--replace]`, `npm run webhook`, `npm run check-links`
 */
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {lakeAnswers} from '../../lib/server/embedded-lake.ts'
import type {Env} from '../../lib/server/env-schema.ts'
import {backup, restore} from './backup.ts'
import {checkLinks} from './check-links/check-links.ts'
import {diagnose} from './doctor.ts'
import {lakeSecrets} from './lake-secrets.ts'
import {loadEnv, writeClient} from './operator.ts'
import {registerWebhook} from './register-webhook.ts'
import {seed} from './seed.ts'
import {startLake} from './start-lake.ts'

const nameOf = ({mode, projectId, dataset}: Env) =>
  mode === 'hosted' ? `${projectId}/${dataset} on Sanity` : `${dataset} of the embedded lake`

async function main(args: string[]) {
  const {positionals, values} = parseArgs({
    args,
    allowPositionals: true,
    options: {replace: {type: 'boolean', default: false}},
  })
  const [command, file] = positionals
  const env = loadEnv()
  switch (command) {
    case 'doctor': {
      const findings = await diagnose(env)
      for (const {name, problem, notice} of findings) {
        if (problem) console.log(`✗ ${name}: ${problem}`)
        else console.log(notice ? `! ${name}: ${notice}` : `✓ ${name}`)
      }
      if (findings.some(({problem}) => problem)) process.exitCode = 1
      return
    }
    case 'seed': {
      const {written, skipped} = await seed(writeClient(env), resolve(import.meta.dirname, '../seed'), values)
      console.log(`${nameOf(env)}: ${written} documents written, ${skipped} skipped because they exist.`)
      return
    }
    case 'backup': {
      const name = `${env.projectId}-${env.dataset}-${new Date().toISOString().replaceAll(':', '-')}.tar.gz`
      const target = resolve(file ?? name)
      const {documents, assets} = await backup(writeClient(env), target)
      console.log(`${nameOf(env)}: ${documents} documents and ${assets} assets exported to ${target}`)
      return
    }
    case 'restore': {
      if (!file || !existsSync(file))
        throw new Error('Name an existing backup: npm run restore -- <file.tar.gz>')
      const client = writeClient(env)
      // On a new machine no lake runs, and one that starts with the site would first get the seed.
      const isRunning = env.mode === 'hosted' || (await lakeAnswers(env))
      const lake = isRunning ? undefined : await startLake(env, lakeSecrets(env), {seed: false})
      const {documents, warnings} = await restore(client, file, values).finally(() => lake?.kill('SIGTERM'))
      for (const warning of warnings) console.warn(warning)
      console.log(`${nameOf(env)}: ${documents} documents restored.`)
      return
    }
    case 'webhook': {
      // The embedded lake gets it at each start.
      if (env.mode === 'embedded' || !env.revalidateSecret)
        throw new Error('The embedded lake has the webhook. Set NEXT_PUBLIC_SANITY_PROJECT_ID first.')
      const site = {origin: env.siteUrl, secret: env.revalidateSecret}
      const {url, isNew} = await registerWebhook(writeClient(env), env, site).catch((error: unknown) => {
        throw new Error(
          `${error instanceof Error ? error.message : error}. The webhook needs a token that may manage webhooks. Make one with "npx sanity tokens create Webhook --role=developer", set it as SANITY_API_WRITE_TOKEN for this command, and delete it afterwards.`,
        )
      })
      console.log(`${nameOf(env)}: the webhook to ${url} is ${isNew ? 'created' : 'up to date'}.`)
      return
    }
    case 'check-links': {
      const {addresses, links, unknown} = await checkLinks(writeClient(env), env)
      for (const {url, status, fault, failures, firstFailed} of links)
        console.log(`✗ ${url}: ${status ?? fault}, failed on ${failures} day(s) since ${firstFailed}`)
      for (const {url, reason} of unknown) console.log(`? ${url}: ${reason}; open it in a browser`)
      console.log(
        `${nameOf(env)}: ${addresses} addresses checked, ${links.length} failed. The Studio lists them under "Needs a check".`,
      )
      return
    }
    default:
      throw new Error('Unknown command. Use one of: doctor, seed, backup, restore, webhook, check-links')
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error)
  console.error(/ECONNREFUSED/.test(text) ? `${text}. Start it with npm run lake (or npm run dev).` : text)
  process.exitCode = 1
})
