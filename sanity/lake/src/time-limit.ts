import {Script} from 'node:vm'

const workKey = Symbol.for('lake.work')
const globalScope = globalThis as {[workKey]?: () => unknown}
const script = new Script('globalThis[Symbol.for("lake.work")]()')

export class TimeLimitError extends Error {
  constructor(milliseconds: number) {
    super(`stopped after ${milliseconds} ms, the limit of this lake`)
    this.name = 'TimeLimitError'
  }
}

const milliseconds = ({user, system}: NodeJS.CpuUsage) => (user + system) / 1000

/**
 * An upper bound for the CPU time of this thread: of each interval between two calls the smaller of wall-clock
 * time and CPU time of the process. Other threads may add to it, so a filter may be stopped early.
 */
function boundedCpuTime(): () => number {
  let total = 0
  let last = {wall: performance.now(), cpu: milliseconds(process.cpuUsage())}
  return () => {
    const now = {wall: performance.now(), cpu: milliseconds(process.cpuUsage())}
    total += Math.min(now.wall - last.wall, now.cpu - last.cpu)
    last = now
    return total
  }
}

/**
 * CPU time of this thread in milliseconds. On a busy machine, wall-clock time runs on while the thread waits
 * for a processor. Node before 23.9 can't measure it and uses an upper bound.
 */
export const cpuTimeMs: () => number = process.threadCpuUsage
  ? () => milliseconds(process.threadCpuUsage())
  : boundedCpuTime()

/** How often work is restarted when the timer stopped it before it got its CPU time. */
const maxAttempts = 10

/**
 * Runs synchronous work in this thread and stops it at a time limit. A client may write a listener's filter
 * or the path of a patch, and it must not block other requests. V8 stops the work between two instructions.
 * So the work must only compute, leave no partial state, and be safe to restart. Costs 0.15 ms: set one limit
 * for a batch, not one for each item.
 * @throws TimeLimitError
 */
export function withTimeLimit<T>(limitMs: number, work: () => T): T {
  const timeout = Math.ceil(limitMs)
  const outer = globalScope[workKey]
  globalScope[workKey] = work
  try {
    for (let attempt = 1; ; attempt += 1) {
      const started = cpuTimeMs()
      try {
        return script.runInThisContext({timeout}) as T
      } catch (error) {
        if ((error as NodeJS.ErrnoException)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
        const wasStopped = cpuTimeMs() - started > timeout / 2
        if (wasStopped || attempt === maxAttempts) throw new TimeLimitError(timeout)
      }
    }
  } finally {
    globalScope[workKey] = outer
  }
}
