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

export const answers = (url: string, patienceMs?: number) =>
  until(async () => (await fetch(url)).ok, `${url} answers`, patienceMs)

/** Its errors are ours; what else it says is of no interest here. */
export const start = (command: string, args: string[], options: SpawnOptions = {}) =>
  spawn(command, args, {stdio: ['ignore', 'ignore', process.env.VERBOSE ? 'inherit' : 'ignore'], ...options})

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
