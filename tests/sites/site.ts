import type {ChildProcess} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {start, stop, waitForServer} from './process.ts'

export const secrets = {
  SANITY_API_READ_TOKEN: 'test-sites-read-token',
  SANITY_REVALIDATE_SECRET: 'test-sites-revalidate-secret',
}

const common = {...secrets, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1'} as const

/** An embedded lake with the seed. `webhookPort` is the port of the site that gets its webhooks. */
export class TestLake {
  readonly url: string
  readonly client: SanityClient
  readonly #env: NodeJS.ProcessEnv
  #process: ChildProcess | undefined

  constructor(port: number, webhookPort: number) {
    this.url = `http://127.0.0.1:${port}`
    this.client = createClient({
      projectId: 'local',
      dataset: 'production',
      apiVersion: '2025-02-19',
      apiHost: this.url,
      useProjectHostname: false,
      useCdn: false,
      perspective: 'raw',
      token: secrets.SANITY_API_READ_TOKEN,
    })
    this.#env = {
      ...process.env,
      ...common,
      PORT: String(webhookPort),
      LAKE_PORT: String(port),
      LAKE_DIR: join(mkdtempSync(join(tmpdir(), 'lake-')), 'lake'),
    }
  }

  async start() {
    this.#process = start('node', ['sanity/cli/start.ts'], {env: this.#env})
    await waitForServer(this.#process, `${this.url}/v1/ping`)
  }

  stop(signal?: NodeJS.Signals) {
    return stop(this.#process, signal)
  }
}

/** A server of the site: server.ts in a checkout, with a lake that was started separately. */
export class TestSite {
  readonly url: string
  readonly folder: string
  readonly #script: string[]
  readonly #env: NodeJS.ProcessEnv
  /** What it has written to stderr. */
  errors = ''
  #process: ChildProcess | undefined

  constructor({
    folder,
    port,
    lakePort,
    env = {},
    script = ['server.ts'],
  }: {
    folder: string
    port: number
    lakePort: number
    env?: Record<string, string>
    /** The script that is run in the folder, with its arguments. */
    script?: string[]
  }) {
    this.#script = script
    this.folder = folder
    this.url = `http://127.0.0.1:${port}`
    this.#env = {...process.env, ...common, PORT: String(port), LAKE_PORT: String(lakePort), ...env}
  }

  /** Waits until `readyPath` answers. */
  async start(readyPath = '/api/health') {
    this.#process = start('node', this.#script, {
      cwd: this.folder,
      env: this.#env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#process.stderr?.on('data', (part) => {
      this.errors += part
      if (process.env.VERBOSE) process.stderr.write(part)
    })
    await waitForServer(this.#process, this.url + readyPath)
  }

  stop(signal?: NodeJS.Signals) {
    return stop(this.#process, signal)
  }

  /** Ends the reader of its log. Each line that it writes fails from then on. */
  closeLog() {
    this.#process?.stderr?.destroy()
  }

  get pid() {
    return this.#process?.pid
  }

  async text(path: string) {
    // One connection per request: the server may close a kept one just when it is used again.
    const response = await fetch(this.url + path, {headers: {connection: 'close'}})
    return response.status === 200 ? response.text() : `${response.status}`
  }

  /** Its metrics since it started: app/api/health/content. */
  async metrics(): Promise<Record<string, number>> {
    return (await (await fetch(`${this.url}/api/health/content`)).json()).sinceStart
  }
}
