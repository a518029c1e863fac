import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {killRounds} from '../faults/kill.ts'
import {forkLake, waitForExit} from '../faults/lake-process.ts'
import {startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'

const folders: string[] = []
const newFolder = () => {
  const dir = temporaryFolder()
  folders.push(dir)
  return dir
}
afterAll(() => {
  for (const dir of folders) rmSync(dir, {recursive: true, force: true})
})

/** A process may start slowly on a busy machine. */
const slowStart = {timeout: 30_000}

describe('a lake that is killed', slowStart, () => {
  it('restarts with every acknowledged write, no partial transaction, and every event for its listeners', async () => {
    const report = await killRounds(newFolder(), 2, 1)
    expect(report.acknowledged).toBeGreaterThan(0)
    const problems = Object.entries(report).filter(([, value]) => Array.isArray(value) && value.length > 0)
    expect(problems).toEqual([])
    expect(report.events).toBe((report.acknowledged + report.unacknowledged) * 3)
  })
})

describe('a lake that cannot start', slowStart, () => {
  it('names the folder that another lake holds, and the port in use', async () => {
    const dir = newFolder()
    const running = await startLake(optionsFor(dir))
    const sameFolder = await forkLake(dir)
    expect(await waitForExit(sameFolder.child)).toBe(1)
    expect(sameFolder.output()).toMatch(/in use by another lake \(process \d+\)\. .*LAKE_DIR/)
    const samePort = await forkLake(newFolder(), {LAKE_PORT: String(running.port)})
    expect(await waitForExit(samePort.child)).toBe(1)
    expect(samePort.output()).toContain(
      `Port ${running.port} is in use. Stop the process that uses it, or set LAKE_PORT`,
    )
    await running.close()
  })

  it('names every wrong variable, and refuses a host that other machines can reach', async () => {
    const {child, output} = await forkLake(newFolder(), {LAKE_PORT: 'x', LAKE_HOST: '0.0.0.0'})
    expect(await waitForExit(child)).toBe(1)
    expect(output()).toMatch(/LAKE_PORT[\s\S]*LAKE_HOST can only be 127\.0\.0\.1/)
  })
})

describe('the seed', () => {
  it('is imported once, completely or not at all, and a wrong line is named', async () => {
    const seed = newFolder()
    const dir = newFolder()
    writeFileSync(
      join(seed, 'a.ndjson'),
      '{"_id":"a","_type":"t","ref":{"_ref":"b"}}\n\n{"_id":"b","_type":"t"}\n{"_id":\n',
    )
    await expect(startLake(optionsFor(dir, {seed}))).rejects.toThrow(/a\.ndjson:4: not JSON/)
    writeFileSync(
      join(seed, 'a.ndjson'),
      '{"_id":"a","_type":"t","ref":{"_ref":"b"}}\n\n{"_id":"b","_type":"t"}\n',
    )
    const ids = async (write = false) => {
      const lake = await startLake(optionsFor(dir, {seed}))
      const client = clientFor(lake.url, {token})
      const found = await client.fetch('*[_type == "t"]._id')
      if (write) await client.delete('a')
      await lake.close()
      return found
    }
    expect(await ids(true)).toEqual(['a', 'b'])
    expect(await ids()).toEqual(['b'])
  })
})

describe('a runaway query', () => {
  const lake = lakeForTests({queryTimeoutMs: 5000})

  it('is stopped, and light queries do not wait for it, however many there are', async () => {
    const transaction = lake.client.transaction()
    for (let index = 0; index < 200; index += 1) transaction.create({_id: `n${index}`, _type: 'n'})
    await transaction.commit()
    await lake.visitor.fetch('count(*)')
    const runaway = 'count(*[count(*[count(*[count(*[_type == "n"]) > 1]) > 1]) > 1])'
    const order: string[] = []
    const ends = Array.from({length: 4}, () =>
      lake.visitor
        .fetch(runaway)
        .catch((error) => error)
        .finally(() => order.push('runaway')),
    )
    for (let index = 0; index < 20; index += 1) {
      await lake.visitor.fetch('*[_id == "n1"][0]')
      order.push('plain')
    }
    expect(order, 'all light queries are answered while the runaway ones still run').toEqual(
      Array(20).fill('plain'),
    )
    const [first, ...others] = await Promise.all(ends)
    expect(first).toMatchObject({statusCode: 408, message: expect.stringContaining('stopped after 5 s')})
    for (const {statusCode} of others) expect([408, 503]).toContain(statusCode)
    expect(await lake.visitor.fetch('count(*[_type == "n"])')).toBe(200)
  })
})
