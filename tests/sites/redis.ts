import type {ChildProcess} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {createConnection} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {requireProgram, start, stop, waitUntil} from './process.ts'

const answersPing = (port: number) =>
  new Promise<boolean>((resolve, reject) => {
    const socket = createConnection({port, host: '127.0.0.1'}, () => socket.write('PING\r\n'))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().startsWith('+PONG'))
    })
    socket.once('error', reject)
  })

/** A real redis-server, empty at each start. */
export class TestRedis {
  readonly url: string
  readonly #port: number
  #process: ChildProcess | undefined

  constructor(port: number) {
    this.#port = port
    this.url = `redis://127.0.0.1:${port}`
  }

  async start() {
    const dir = mkdtempSync(join(tmpdir(), 'redis-'))
    this.#process = start(requireProgram('/usr/bin/redis-server', 'redis-server'), [
      ...['--port', String(this.#port)],
      ...['--bind', '127.0.0.1'],
      ...['--save', ''],
      ...['--dir', dir],
    ])
    await waitUntil(() => answersPing(this.#port), 'redis-server answers')
  }

  /** Kills it by default, like a crash. */
  stop(signal: NodeJS.Signals = 'SIGKILL') {
    return stop(this.#process, signal)
  }

  pause() {
    this.#process?.kill('SIGSTOP')
  }

  resume() {
    this.#process?.kill('SIGCONT')
  }
}
