import {execFile, execFileSync} from 'node:child_process'
import {resolve} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
})()

const sanity = (...args: string[]) =>
  promisify(execFile)(process.execPath, [resolve(import.meta.dirname, '../src/sanity-command.ts'), ...args], {
    env: {...process.env, LAKE_PORT: new URL(lake.url).port, LAKE_TOKEN: token},
  })

// One run only: the command takes seconds to start.
describe.skipIf(!hasOpenssl)('the sanity command', () => {
  it('reads from the lake', async () => {
    await lake.client.create({_id: 'drafts.page', _type: 'page', title: 'Žába'})
    const {stdout} = await sanity('documents', 'query', '*[].title', '--api-version', '2021-03-25')
    expect(JSON.parse(stdout)).toEqual(['Žába'])
  }, 30_000)
})
