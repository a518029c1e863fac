import {spawn} from 'node:child_process'
import {rmSync} from 'node:fs'
import {resolve} from 'node:path'
import {expect, it} from 'vitest'
import {temporaryFolder, token} from './lake-for-tests.ts'

const main = resolve(import.meta.dirname, '../src/main.ts')

// Node 22 opens hundreds of files at once while it loads modules, and aborts with a limit of 256.
const canStart = process.platform === 'linux' && Number.parseInt(process.versions.node, 10) >= 24

it.skipIf(!canStart)(
  'with more listeners than the process may open files, refuses some and answers again afterwards',
  async () => {
    const dir = temporaryFolder()
    const env = {...process.env, LAKE_PORT: '0', LAKE_DIR: dir, LAKE_TOKEN: token}
    const child = spawn('bash', ['-c', 'ulimit -n 64 && exec "$0" "$1"', process.execPath, main], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    try {
      const url = await new Promise<string>((done, fail) => {
        child.once('message', (message: {url: string}) => done(message.url))
        child.once('exit', () => fail(new Error('The lake has ended')))
      })
      const address = `${url}/v2026-01-01/data/listen/production?query=*`
      const abort = new AbortController()
      const results = await Promise.all(
        Array.from({length: 60}, () =>
          fetch(address, {signal: abort.signal}).then(
            ({status}) => status,
            () => 'refused',
          ),
        ),
      )
      expect(results).toContain(200)
      expect(results).toContain('refused')
      abort.abort()
      const answer = () =>
        fetch(`${url}/v2026-01-01/data/query/production?query=1`).then(
          (response) => response.status,
          () => 0,
        )
      await expect.poll(answer).toBe(200)
    } finally {
      child.kill()
      rmSync(dir, {recursive: true, force: true})
    }
  },
)
