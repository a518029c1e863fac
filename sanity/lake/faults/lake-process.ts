import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'

const main = new URL('../src/main.ts', import.meta.url)

export const processToken = 'a-token-for-tests-0123456789'

export type LakeProcess = {
  child: ChildProcess
  /** Undefined when the process exited before it was ready. */
  url: string | undefined
  /** The output on stdout and stderr. */
  output(): string
}

/** Starts the lake as a process on a free port. Resolves when it is ready or has exited. */
export async function forkLake(dir: string, environment: Record<string, string> = {}): Promise<LakeProcess> {
  const child = fork(main, {
    env: {...process.env, LAKE_PORT: '0', LAKE_DIR: dir, LAKE_TOKEN: processToken, ...environment},
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const append = (text: Buffer) => {
    output += text
  }
  child.stdout?.on('data', append)
  child.stderr?.on('data', append)
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  return {child, url: message?.url, output: () => output}
}

/** Resolves with the exit code, or null when a signal ended the process. */
export async function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
