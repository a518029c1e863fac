import {execFile, execFileSync} from 'node:child_process'
import {resolve} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {optionsFromEnvironment} from '../src/options.ts'
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

describe('without LAKE_ALLOWED_ORIGINS', () => {
  it('next dev and sanity dev on their usual ports are allowed, and never the lake itself', () => {
    expect(optionsFromEnvironment({LAKE_PORT: '3334'}).allowedOrigins).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://localhost:3333',
      'http://127.0.0.1:3333',
    ])
    expect(optionsFromEnvironment({}).allowedOrigins).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
    ])
    expect(
      optionsFromEnvironment({LAKE_ALLOWED_ORIGINS: 'http://localhost:8080/studio'}).allowedOrigins,
    ).toEqual(['http://localhost:8080'])
  })
})
