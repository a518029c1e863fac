import {Script} from 'node:vm'

const place = Symbol.for('lake.work')
const scope = globalThis as {[place]?: () => unknown}
const script = new Script('globalThis[Symbol.for("lake.work")]()')

export class TimeLimitError extends Error {
  constructor(milliseconds: number) {
    super(`stopped after ${milliseconds} ms, the limit of this lake`)
    this.name = 'TimeLimitError'
  }
}

/**
 * How long this thread has had the processor: milliseconds. On a busy machine the clock runs on without it. Node
 * before 23.9 can't tell: there it is the clock, and a filter may be ended early on a busy machine.
 */
export const processorTime: () => number = process.threadCpuUsage
  ? () => {
      const {user, system} = process.threadCpuUsage()
      return (user + system) / 1000
    }
  : () => performance.now()

/** How often work is begun again that was stopped by the clock, but had not had the processor. */
const tries = 10

/**
 * Runs synchronous work in this thread and ends it, wherever it is, when it takes too long: what a stranger
 * may word (a listener's filter, the path of a patch) must not hold up everybody else. V8 stops the work
 * between two instructions, so it should only compute, have nothing half done to leave behind, and bear
 * being begun again. Costs 0.15 ms: set one limit for a batch rather than one for each of its parts.
 * @throws TimeLimitError
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const timeout = Math.ceil(milliseconds)
  const outer = scope[place]
  scope[place] = work
  try {
    for (let attempt = 1; ; attempt += 1) {
      const started = processorTime()
      try {
        return script.runInThisContext({timeout}) as T
      } catch (error) {
        if ((error as NodeJS.ErrnoException)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
        const wasStopped = processorTime() - started > timeout / 2
        if (wasStopped || attempt === tries) throw new TimeLimitError(timeout)
      }
    }
  } finally {
    scope[place] = outer
  }
}
