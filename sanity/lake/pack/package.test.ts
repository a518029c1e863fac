import {execFileSync, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {createClient} from '@sanity/client'
import {afterAll, beforeAll, expect, it} from 'vitest'

/**
 * Tests the tarball as a user gets it: installed into an empty project and started with `npx`. It needs the
 * npm registry or npm's cache, so it runs apart from the other tests: `npm run test:package -w
 * embedded-content-lake`.
 */
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'lake-package-'))
const token = 'a-token-for-tests-0123456789'
let tarball: string

const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, {cwd, encoding: 'utf8', stdio: 'pipe'})

beforeAll(() => {
  npm(root, 'pack', '--pack-destination', folder)
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!file) throw new Error('npm pack created no tarball.')
  tarball = join(folder, file)
}, 120_000)

// Thousands of files: more than ten seconds on a busy machine.
afterAll(() => rmSync(folder, {recursive: true, force: true}), 60_000)

/** An empty project with the lake and its own Node. */
function projectWith(node: string): string {
  const project = join(folder, `node-${node}`)
  mkdirSync(project)
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({private: true, type: 'module', allowScripts: {node: true}}),
  )
  npm(
    project,
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--foreground-scripts',
    tarball,
    `node@${node}`,
  )
  return project
}

/** `npx` puts the project's own commands, and so its own Node, first in PATH. */
async function startWithNpx(project: string) {
  const lake = spawn('npx', ['--no-install', 'embedded-content-lake'], {
    cwd: project,
    env: {...process.env, LAKE_PORT: '0', LAKE_TOKEN: token},
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group: npx does not forward signals.
    detached: true,
  })
  const stop = () => process.kill(-(lake.pid ?? 0), 'SIGTERM')
  for await (const line of createInterface({input: lake.stdout})) {
    const url = /ready at (http\S+)/.exec(line)?.[1]
    if (url) return {url, stop}
  }
  throw new Error('The lake exited before it was ready.')
}

it.each(['22.13.1', '24.21.0'])(
  'the package serves an empty project on Node %s',
  async (node) => {
    const project = projectWith(node)
    const version = execFileSync(join(project, 'node_modules/.bin/node'), ['--version'], {encoding: 'utf8'})
    expect(version.trim()).toBe(`v${node}`)

    const {url, stop} = await startWithNpx(project)
    try {
      const client = createClient({
        apiHost: url,
        useProjectHostname: false,
        projectId: 'local',
        dataset: 'production',
        apiVersion: '2026-01-01',
        useCdn: false,
        token,
      })
      await client.create({_id: 'first', _type: 'note', text: 'Written through the package'})
      await client.patch('first').set({text: 'Changed through the package'}).commit()
      expect(await client.fetch('*[_type == "note"].text')).toEqual(['Changed through the package'])
    } finally {
      stop()
    }
  },
  180_000,
)

it('the package includes its types', () => {
  const project = join(folder, 'node-24.21.0')
  writeFileSync(
    join(project, 'uses-types.ts'),
    `import {startLake} from 'embedded-content-lake'
     const lake = await startLake({port: 0, dir: 'data', projectId: 'local', dataset: 'production'})
     const url: string = lake.url
     // @ts-expect-error The port is a number.
     await startLake({port: '3333', dir: url, projectId: 'local', dataset: 'production'})`,
  )
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023']
  execFileSync(resolve(root, '../../node_modules/.bin/tsc'), [...options, 'uses-types.ts'], {
    cwd: project,
    stdio: 'pipe',
  })
}, 60_000)

// The tests are TypeScript: this Node needs a flag to run them. Users get JavaScript and need none.
it('the lake’s own tests pass on the oldest Node it supports', () => {
  const bin = join(folder, 'node-22.13.1/node_modules/.bin')
  execFileSync(join(bin, 'node'), [resolve(root, '../../node_modules/vitest/vitest.mjs'), 'run'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-strip-types --disable-warning=ExperimentalWarning',
      PATH: `${bin}:${process.env.PATH}`,
    },
    stdio: 'inherit',
  })
}, 600_000)
