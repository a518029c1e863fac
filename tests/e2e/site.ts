import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const secrets = {
  SANITY_API_READ_TOKEN: 'outage-read-token-1',
  SANITY_REVALIDATE_SECRET: 'outage-revalidate-secret',
}

/** A lake and a site of its own, each a process that a test can stop and start: for what happens in an outage. */
export class SeparateSite {
  readonly url: string
  readonly #env: NodeJS.ProcessEnv
  readonly #lakePort: number
  #lake: ChildProcess | undefined
  #site: ChildProcess | undefined

  constructor(port: number, lakePort: number) {
    this.url = `http://localhost:${port}`
    this.#lakePort = lakePort
    this.#env = {
      ...process.env,
      ...secrets,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      LAKE_PORT: String(lakePort),
      LAKE_DIR: join(mkdtempSync(join(tmpdir(), 'outage-')), 'lake'),
    }
  }

  async startLake() {
    this.#lake = spawn('node', ['sanity/with-lake.ts'], {env: this.#env, stdio: 'ignore'})
    await answers(`http://127.0.0.1:${this.#lakePort}/v1/ping`)
  }

  async startSite() {
    this.#site = spawn('next', ['start'], {env: this.#env, stdio: 'ignore'})
    await answers(`${this.url}/api/health`)
  }

  stopLake() {
    return stopped(this.#lake)
  }

  async stop() {
    await Promise.all([stopped(this.#site), stopped(this.#lake)])
  }
}

async function answers(url: string) {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing answers at ${url}`)
}

function stopped(child: ChildProcess | undefined) {
  if (!child || child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return gone
}
