import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'

const main = new URL('../src/main.ts', import.meta.url)

export const processToken = 'a-token-for-tests-0123456789'

export type LakeProcess = {
  child: ChildProcess
  /** Undefined when it ended before it was ready. */
  url: string | undefined
  /** All it wrote to its two outputs. */
  said(): string
}

/** The lake as the process it is in real life, on a free port. Resolves when it is ready or gone. */
export async function forkLake(dir: string, environment: Record<string, string> = {}): Promise<LakeProcess> {
  const child = fork(main, {
    env: {...process.env, LAKE_PORT: '0', LAKE_DIR: dir, LAKE_TOKEN: processToken, ...environment},
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  const hear = (text: Buffer) => {
    said += text
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  return {child, url: message?.url, said: () => said}
}

/** Resolves with the exit code; null when a signal ended it. */
export async function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
