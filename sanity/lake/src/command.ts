#!/usr/bin/env node
import {type ChildProcess, fork} from 'node:child_process'
import {extname, join} from 'node:path'
import {surviveClosedOutput} from './closed-output.ts'

/**
 * The command `embedded-content-lake`. Runs the lake (main.ts) in a process of its own, and starts it again when it
 * died: killed by the system for its memory, for instance. If the first one never was ready, its settings are wrong,
 * and none is started again. The cost is a second process, which waits.
 */
// TypeScript in the repository, JavaScript in the published package.
const main = join(import.meta.dirname, `main${extname(import.meta.filename)}`)

const firstDelayMs = 500
const maxDelayMs = 30_000
/** A lake that ran this long counts as well: the next delay is the first one again. */
const wellAfterMs = 60_000

surviveClosedOutput()

let lake: ChildProcess
let isStopping = false
let wasReady = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    isStopping = true
    // Without a lake, between two starts, there is nothing to wait for.
    if (lake.exitCode !== null || lake.signalCode !== null) process.exit(0)
    lake.kill('SIGTERM')
  })

function run(delayMs: number): void {
  const started = performance.now()
  lake = fork(main, process.argv.slice(2))
  lake.once('message', () => {
    wasReady = true
  })
  lake.once('exit', (code, signal) => {
    if (isStopping || !wasReady || code === 0) process.exit(code ?? 1)
    const delay = performance.now() - started > wellAfterMs ? firstDelayMs : delayMs
    console.error(`[lake] ended by ${signal ?? `error ${code}`}, starts again in ${delay / 1000} seconds`)
    setTimeout(() => run(Math.min(delay * 2, maxDelayMs)), delay)
  })
}

run(firstDelayMs)
