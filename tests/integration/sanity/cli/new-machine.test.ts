import {execFileSync, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {afterAll, expect, it} from 'vitest'
import {waitForServer} from '../../../sites/process.ts'

const folder = mkdtempSync(join(tmpdir(), 'new-machine-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const token = 'a-token-of-the-new-machine'

async function freePort() {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const {port} = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/** A machine has a folder and a port. */
async function machine(name: string) {
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    LAKE_DIR: join(folder, name),
    LAKE_PORT: String(port),
    SANITY_API_READ_TOKEN: token,
  }
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    token,
  })
  const command = (...args: string[]) =>
    execFileSync(process.execPath, ['sanity/cli/main.ts', ...args], {env, encoding: 'utf8', stdio: 'pipe'})
  /** Runs `npm run lake` meanwhile. */
  const withLake = async <T>(work: () => Promise<T> | T): Promise<T> => {
    const lake = spawn(process.execPath, ['sanity/cli/start.ts'], {env, stdio: 'ignore'})
    const stopped = new Promise((resolve) => lake.once('exit', resolve))
    try {
      await waitForServer(lake, `http://127.0.0.1:${port}/v1/ping`)
      return await work()
    } finally {
      lake.kill('SIGTERM')
      await stopped
    }
  }
  const ids = () => client.fetch<string[]>('*[!(_id in path("_.**"))]._id | order(@)')
  return {client, command, withLake, ids}
}

it('one command restores a backup on a new machine, and deleted documents stay deleted there', {
  timeout: 120_000,
}, async () => {
  const old = await machine('old')
  const archive = join(folder, 'content.tar.gz')
  const before = await old.withLake(async () => {
    const query = '*[_type == "source" && count(*[references(^._id)]) == 0][0]._id'
    const unused = await old.client.fetch<string | null>(query)
    if (unused) await old.client.delete(unused)
    await old.client.create({_id: 'network-new', _type: 'network', name: {en: 'Written by an editor'}})
    old.command('backup', archive)
    return {unused, ids: await old.ids()}
  })
  const fresh = await machine('fresh')
  expect(fresh.command('restore', archive)).toContain('documents restored')
  const after = await fresh.withLake(() => fresh.ids())
  expect(after).toEqual(before.ids)
  expect(after).toContain('network-new')
  expect(before.unused === null || !after.includes(before.unused)).toBe(true)
})
