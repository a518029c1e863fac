/**
 * `npm run test:install`: installs a production server from the existing build. A clean checkout,
 * `npm ci --omit=dev` with the machine's Node, then `npm start`, a page, `npm run backup` and `npm run doctor`.
 * Needs one or two minutes and access to an npm registry. Uses two ports, from INSTALL_PORT (4800).
 */
import {execFileSync, spawn} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {isWholePage} from '#lib/server/cache/whole-page.ts'
import {checkout} from '../sites/checkout.ts'
import {waitForServer} from '../sites/process.ts'

const port = Number(process.env.INSTALL_PORT ?? 4800)

/** The environment of a plain shell: without the project's Node and the variables of `npm run`. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|node|command|execpath)|^INIT_CWD$|^NODE/.test(name),
  ),
) as NodeJS.ProcessEnv
env.PATH = process.env.PATH?.split(':')
  .filter((folder) => !folder.includes('node_modules'))
  .join(':')
Object.assign(env, {
  PORT: String(port),
  LAKE_PORT: String(port + 1),
  LAKE_DIR: '.lake',
  SANITY_API_READ_TOKEN: 'test-install-read-token',
  SANITY_REVALIDATE_SECRET: 'test-install-revalidate-secret',
})

const folder = checkout('install', {withPackages: false})
const npm = (...args: string[]) => {
  console.log(`npm ${args.join(' ')}`)
  execFileSync('npm', args, {cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit']})
}
const expect = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`Failed: ${what}`)
  console.log(`✓ ${what}`)
}

console.log(
  `node ${execFileSync('node', ['--version'], {env}).toString().trim()}, npm ${execFileSync('npm', ['--version'], {env}).toString().trim()}`,
)
npm('ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
// Only these are checked: Sanity's packages bring other development packages along.
for (const name of ['@biomejs/biome', 'html-validate', 'lighthouse'])
  expect(!existsSync(join(folder, 'node_modules', name)), `${name} is not installed`)

// Starts a process group, so that the kill below also ends the processes that npm starts.
const server = spawn('npm', ['start'], {
  cwd: folder,
  env,
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
})
const exited = new Promise((resolve) => server.once('exit', resolve))
try {
  await waitForServer(server, `http://127.0.0.1:${port}/api/health/ready`)
  const page = await fetch(`http://127.0.0.1:${port}/en`)
  expect(page.status === 200 && isWholePage(await page.text()), 'npm start serves a page')
  const studio = await fetch(`http://127.0.0.1:${port}/studio`)
  expect(studio.status === 200 && isWholePage(await studio.text()), 'and the Studio')
  npm('run', 'backup', '--', 'backups/content.tar.gz')
  expect(statSync(join(folder, 'backups/content.tar.gz')).size > 1000, 'npm run backup writes an archive')
  npm('run', 'doctor')
  console.log('✓ npm run doctor finds nothing missing')
} finally {
  if (server.pid && server.exitCode === null) process.kill(-server.pid, 'SIGTERM')
  await exited
}
