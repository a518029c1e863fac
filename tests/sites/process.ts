import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process'
import {existsSync} from 'node:fs'

/** Asks until it is so. @throws Error that says what was waited for. */
export async function until(isSo: () => Promise<boolean>, what: string, patienceMs = 30_000) {
  const deadline = Date.now() + patienceMs
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Not within ${patienceMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Until `child` answers there. @throws Error when it ends instead, because the port is somebody else's, say. */
export function answers(child: ChildProcess, url: string) {
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`What should answer at ${url} ended with ${code}`)))
  })
  return Promise.race([until(async () => (await fetch(url)).ok, `${url} answers`), ended])
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** A process that ends with this one. What it complains of is shown if VERBOSE is set. */
export function start(command: string, args: string[], options: SpawnOptions = {}) {
  const stdio: SpawnOptions['stdio'] = ['ignore', 'ignore', process.env.VERBOSE ? 'inherit' : 'ignore']
  const child = spawn(command, args, {stdio, ...options})
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

export async function stop(child: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGTERM') {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

/** Where Debian puts a program. @throws Error that says how to get it. */
export function programAt(path: string, debianPackage: string): string {
  if (existsSync(path)) return path
  throw new Error(`${path} is missing: apt-get install ${debianPackage}`)
}
