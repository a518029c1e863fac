import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'

/** Polls a condition until it holds. @throws Error with `what` after the timeout. */
export async function waitUntil(holds: () => Promise<boolean>, what: string, timeoutMs = 30_000) {
  const deadline = Date.now() + timeoutMs
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * Waits until `child` answers at `url`.
 * @throws Error when it exits first, for example because the port is taken.
 */
export function waitForServer(child: ChildProcess, url: string) {
  const exited = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`The server for ${url} exited with ${code}`)))
  })
  return Promise.race([waitUntil(async () => (await fetch(url)).ok, `${url} answers`), exited])
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a process that is killed when this one exits. Set VERBOSE to see its stderr. */
export function start(command: string, args: string[], options: SpawnOptions = {}) {
  const stdio: SpawnOptions['stdio'] = ['ignore', 'ignore', process.env.VERBOSE ? 'inherit' : 'ignore']
  const child = spawn(command, args, {stdio, ...options})
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

export async function stop(child: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGTERM') {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await exited
}

/** Checks the path of a Debian program. @throws Error that says how to install it. */
export function requireProgram(path: string, debianPackage: string): string {
  if (existsSync(path)) return path
  throw new Error(`${path} is missing: apt-get install ${debianPackage}`)
}

/** The resident memory of a process in MB. 0 for a process that is about to end. @throws when there is none. */
export const residentMb = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
