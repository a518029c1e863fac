/**
 * `npm run test:install`: a server as it is set up in production, on the build that is here. A clean checkout,
 * `npm ci --omit=dev` by the machine's own Node, then `npm start`, a page, `npm run backup` and `npm run doctor`.
 * Takes a minute or two, and a registry that npm reaches. INSTALL_PORT (4800) is the first of the two ports it takes.
 */
import {execFileSync, spawn} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {isWholePage} from '#lib/server/http/whole-page.ts'
import {checkout} from '../sites/checkout.ts'
import {answers} from '../sites/process.ts'

const port = Number(process.env.INSTALL_PORT ?? 4800)

/** As in a shell: without the Node of this project's packages, and without what `npm run` has told this script. */
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
const expect = (isSo: boolean, what: string) => {
  if (!isSo) throw new Error(`Not so: ${what}`)
  console.log(`✓ ${what}`)
}

console.log(
  `node ${execFileSync('node', ['--version'], {env}).toString().trim()}, npm ${execFileSync('npm', ['--version'], {env}).toString().trim()}`,
)
npm('ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
// Others that are only for development come along with Sanity's packages.
for (const name of ['@biomejs/biome', 'html-validate', 'lighthouse'])
  expect(!existsSync(join(folder, 'node_modules', name)), `${name} is not installed`)

// A group of its own, so that what npm has started ends with it.
const server = spawn('npm', ['start'], {
  cwd: folder,
  env,
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
})
const gone = new Promise((resolve) => server.once('exit', resolve))
try {
  await answers(server, `http://127.0.0.1:${port}/api/health/ready`)
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
  await gone
}
