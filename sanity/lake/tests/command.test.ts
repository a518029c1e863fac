import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync, rmSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join, resolve} from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import {clientFor, temporaryFolder, token} from './lake-for-tests.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Starts the command that `npx embedded-content-lake` runs. */
function startCommand(dir: string, port: number) {
  const command = spawn(process.execPath, [resolve(import.meta.dirname, '../src/command.ts')], {
    env: {...process.env, LAKE_DIR: dir, LAKE_PORT: String(port), LAKE_TOKEN: token},
  })
  let output = ''
  for (const stream of [command.stdout, command.stderr]) stream.on('data', (chunk) => (output += chunk))
  return {command, output: () => output}
}

async function stop(command: ChildProcess): Promise<number | null> {
  if (command.exitCode !== null) return command.exitCode
  command.kill('SIGTERM')
  const [code] = await once(command, 'exit')
  return code
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((onListening) => server.listen(0, '127.0.0.1', onListening))
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((onClose) => server.close(onClose))
  return port
}

const readyLines = (output: string) => output.match(/ready at \S+/g) ?? []

describe('the command', () => {
  it('starts a lake that was killed again, with all that was written, and stops it at the end', async () => {
    const dir = temporaryFolder()
    const {command, output} = startCommand(dir, 0)
    cleanups.push(() => rmSync(dir, {recursive: true}))
    cleanups.push(() => stop(command))
    await expect.poll(() => readyLines(output())).toHaveLength(1)
    const client = () => clientFor(readyLines(output()).at(-1)?.slice('ready at '.length) ?? '', {token})
    await client().create({_id: 'kept', _type: 'page'})

    process.kill(Number(readFileSync(join(dir, 'lake.pid'), 'utf8')), 'SIGKILL')
    await expect.poll(() => readyLines(output())).toHaveLength(2)
    expect(await client().getDocument('kept')).toMatchObject({_type: 'page'})
    expect(output()).toContain('ended by SIGKILL, starts again in 0.5 seconds')

    const lake = Number(readFileSync(join(dir, 'lake.pid'), 'utf8'))
    expect(await stop(command)).toBe(0)
    expect(() => process.kill(lake, 0)).toThrow('ESRCH')
  })

  it('serves on, and starts again, when the reader of its output has ended', async () => {
    const dir = temporaryFolder()
    const port = await freePort()
    const {command, output} = startCommand(dir, port)
    cleanups.push(() => rmSync(dir, {recursive: true}))
    cleanups.push(() => stop(command))
    await expect.poll(() => readyLines(output())).toHaveLength(1)
    command.stdout.destroy()
    command.stderr.destroy()

    // Each end and each start is a line of output. Node survives the first line that it can't write.
    const ping = () => fetch(`http://127.0.0.1:${port}/v1/ping`).then(({status}) => status, String)
    for (const _kill of [1, 2]) {
      process.kill(Number(readFileSync(join(dir, 'lake.pid'), 'utf8')), 'SIGKILL')
      await expect.poll(ping).not.toBe(200)
      await expect.poll(ping).toBe(200)
    }
    expect(await stop(command)).toBe(0)
  })

  it('does not start again what can’t start, and says why', async () => {
    const taken = createServer()
    const port = await listen(taken)
    const dir = temporaryFolder()
    const {command, output} = startCommand(dir, port)
    cleanups.push(() => rmSync(dir, {recursive: true}))
    cleanups.push(() => taken.close())
    const [code] = await once(command, 'close')
    expect([code, output()]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)])
  })
})
