import {execFile} from 'node:child_process'
import {existsSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {afterAll, expect, it, vi} from 'vitest'
import {type RunningLake, startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {block, quarters, red} from './pictures.ts'

const lake = lakeForTests()
const folder = temporaryFolder()
afterAll(() => rmSync(folder, {recursive: true, force: true}))

// The command starts a Node, which takes seconds on a busy machine.
vi.setConfig({testTimeout: 30_000})

const backUp = (target: string, dir = lake.dir) =>
  promisify(execFile)(process.execPath, [resolve(import.meta.dirname, '../src/main.ts'), 'backup', target], {
    env: {...process.env, LAKE_DIR: dir},
  })

/** Starts a lake on the backup, as a person does who restores it. */
async function restored<T>(dir: string, read: (client: SanityClient, running: RunningLake) => Promise<T>) {
  const running = await startLake(optionsFor(dir))
  try {
    return await read(clientFor(running.url, {token, perspective: 'raw'}), running)
  } finally {
    await running.close()
  }
}

const historyOf = (client: SanityClient, id: string) =>
  client.request<string>({url: `/data/history/production/transactions/${id}?effectFormat=mendoza`})

it('a backup of a lake that serves and is written to has whole transactions, history and assets', async () => {
  const image = await lake.client.assets.upload('image', await quarters(), {filename: 'a.png'})
  await lake.client.create({_id: 'note', _type: 'note', n: 1})
  await lake.client.patch('note').set({n: 2}).commit()
  writeFileSync(join(lake.dir, 'secrets.json'), '{"a":"secret"}')
  const expected = {
    note: await lake.client.getDocument('note'),
    history: await historyOf(lake.client, 'note'),
  }

  const target = join(folder, 'while-serving')
  let isDone = false
  const done = backUp(target).finally(() => {
    isDone = true
  })
  let written = 0
  while (!isDone) {
    written += 1
    await lake.client
      .transaction()
      .createOrReplace({_id: 'left', _type: 'pair', n: written})
      .createOrReplace({_id: 'right', _type: 'pair', n: written})
      .commit({visibility: 'async'})
  }
  expect((await done).stdout).toMatch(/documents and 1 assets copied to/)
  expect(written).toBeGreaterThan(1)
  expect(statSync(join(target, 'lake.sqlite')).mode & 0o777).toBe(0o600)
  expect(statSync(target).mode & 0o777).toBe(0o700)
  expect(existsSync(join(target, 'secrets.json'))).toBe(true)

  await restored(target, async (client, {url}) => {
    const [left, right] = await client.getDocuments(['left', 'right'])
    expect(left?.n).toBe(right?.n)
    expect({note: await client.getDocument('note'), history: await historyOf(client, 'note')}).toEqual(
      expected,
    )
    const [copy, original] = await Promise.all(
      [url, lake.url].map(async (at) => (await fetch(`${at}/${image.path}`)).arrayBuffer()),
    )
    expect(copy).toEqual(original)
    // The copy is a lake like any other.
    expect(await client.patch('note').set({n: 3}).commit()).toMatchObject({n: 3})
  })
})

it('a backup of a lake that does not run equals it', async () => {
  const target = join(folder, 'stopped')
  const read = async (client: SanityClient) => ({
    documents: await client.fetch('*'),
    history: await historyOf(client, 'left'),
  })
  const first = join(folder, 'while-serving')
  const original = await restored(first, read)
  await backUp(target, first)
  expect(await restored(target, read)).toEqual(original)
})

it('a backup replaces no other one, and says what is wrong', async () => {
  const target = join(folder, 'while-serving')
  await expect(backUp(target)).rejects.toThrow('already exists')
  await expect(backUp(join(folder, 'new'), join(folder, 'nothing'))).rejects.toThrow('has no lake')
  await expect(backUp('')).rejects.toThrow('Usage: embedded-content-lake [backup <folder>]')
})

it('an asset that the lake has lost is named', async () => {
  const image = await lake.client.assets.upload('image', await block(red, 30, 30), {filename: 'lost.png'})
  rmSync(join(lake.dir, 'assets/production', image.sha1hash))
  const {stderr} = await backUp(join(folder, 'lost'))
  expect(stderr).toContain(`1 assets have no file in ${lake.dir}: production/${image._id}`)
})
