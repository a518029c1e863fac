import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {afterAll, beforeAll} from 'vitest'
import type {LakeOptions} from '../src/options.ts'
import {type RunningLake, startLake} from '../src/server.ts'

export const token = 'a-token-for-tests-0123456789'
export const site = 'http://localhost:4100'

export type LakeForTests = {
  url: string
  /** The data folder. */
  dir: string
  /** A client with the token: drafts, raw reads and writes. */
  client: SanityClient
  /** A client without credentials. */
  visitor: SanityClient
  request(path: string, init?: RequestInit): Promise<Response>
}

export const clientFor = (url: string, config: ClientConfig = {}): SanityClient =>
  createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2026-01-01',
    useCdn: false,
    perspective: 'published',
    maxRetries: 0,
    ...config,
  })

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'lake-'))

export const optionsFor = (dir: string, options: Partial<LakeOptions> = {}): LakeOptions => ({
  port: 0,
  dir,
  projectId: 'local',
  dataset: 'production',
  allowedOrigins: [site],
  token,
  ...options,
})

/** Starts one lake per test file, on a free port and an empty folder. */
export function lakeForTests(options: Partial<LakeOptions> = {}): LakeForTests {
  const lake = {} as LakeForTests
  const dir = temporaryFolder()
  let running: RunningLake
  beforeAll(async () => {
    running = await startLake(optionsFor(dir, options))
    Object.assign(lake, {
      url: running.url,
      dir,
      client: clientFor(running.url, {token, perspective: 'raw'}),
      visitor: clientFor(running.url),
      request: (path: string, init?: RequestInit) => fetch(`${running.url}${path}`, init),
    })
  })
  afterAll(async () => {
    await running?.close()
    rmSync(dir, {recursive: true, force: true})
  })
  return lake
}
