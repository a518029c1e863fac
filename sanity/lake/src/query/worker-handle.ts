import {extname} from 'node:path'
import {Worker} from 'node:worker_threads'
import {type ApiError, dataError, isTimeoutOrBusy, notSupported, queryParseError} from '../errors.ts'
import type {QueryJob, QueryReply} from './worker.ts'

/** V8 ends a worker that needs more. Otherwise the operating system would end the whole lake. */
const memoryMb = 512

export type WorkerOptions = {file: string; projectId: string}

export type Task = {
  job: QueryJob
  resolve: (json: string) => void
  reject: (error: Error) => void
  /** When the query was queued (`performance.now()`). Its time limit includes the wait. */
  queuedAt: number
  limitMs: number
}

/**
 * A query worker with its limits. A query that exceeds a limit ends the worker. All workers have the same
 * priority: a low-priority thread that is suspended while it holds a lock of the process, such as the memory
 * allocator's, delays the others (200 ms, measured).
 */
export class QueryWorker {
  readonly #worker: Worker
  readonly #onExit: (worker: QueryWorker) => void
  readonly kind: 'light' | 'general'
  #task: Task | undefined
  #timer: NodeJS.Timeout | undefined
  #hasExited = false
  /** The worker has loaded the dataset, so a query costs only itself. */
  isWarm = false
  /** When the current task started, or the last one ended: `performance.now()`. */
  stateSince = performance.now()

  /** @param warmUpJob makes the worker load the dataset that the next queries need. */
  constructor(
    kind: QueryWorker['kind'],
    options: WorkerOptions,
    warmUpJob: QueryJob,
    onIdle: () => void,
    onExit: (worker: QueryWorker) => void,
  ) {
    this.kind = kind
    this.#onExit = onExit
    this.#worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
      workerData: {file: options.file, projectId: options.projectId},
      resourceLimits: {maxOldGenerationSizeMb: memoryMb},
    })
    this.#worker.on('message', (reply: QueryReply) => {
      this.isWarm = true
      this.#settle((task) => settleTask(task, reply))
      onIdle()
    })
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#settle(({job, reject}) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? memoryError(job) : error),
      )
      void this.end()
    })
    this.#task = {
      job: warmUpJob,
      resolve: () => {},
      reject: logUnlessTimeout,
      queuedAt: this.stateSince,
      limitMs: Number.POSITIVE_INFINITY,
    }
    this.#worker.postMessage(warmUpJob)
  }

  get task(): Task | undefined {
    return this.#task
  }

  run(task: Task): void {
    this.#task = task
    this.stateSince = performance.now()
    this.#timer = setTimeout(
      () => {
        this.#settle(({job, reject}) => reject(timeoutError(job, task.limitMs)))
        void this.end()
      },
      Math.max(1, task.limitMs - (this.stateSince - task.queuedAt)),
    )
    this.#worker.postMessage(task.job)
  }

  /**
   * Drops the cached data of a deleted dataset, so that it does not return with a new dataset of the same
   * name.
   */
  forgetDataset(dataset: string): void {
    this.#worker.postMessage({forgetDataset: dataset})
  }

  /** @param reason rejects the current task. */
  async end(reason?: Error): Promise<void> {
    clearTimeout(this.#timer)
    if (reason) this.#settle(({reject}) => reject(reason))
    if (!this.#hasExited) {
      this.#hasExited = true
      this.#onExit(this)
    }
    await this.#worker.terminate()
  }

  #settle(settle: (task: Task) => void) {
    clearTimeout(this.#timer)
    const task = this.#task
    this.#task = undefined
    this.stateSince = performance.now()
    if (task) settle(task)
  }
}

const logUnlessTimeout = (error: Error) => {
  if (!isTimeoutOrBusy(error)) console.error('[lake] query worker:', error)
}

const timeoutError = ({query}: QueryJob, timeoutMs: number): ApiError =>
  dataError(
    408,
    'queryTimeoutError',
    `The query was stopped after ${timeoutMs / 1000} s, the limit of this lake`,
    {query},
  )

const memoryError = ({query}: QueryJob): ApiError =>
  dataError(400, 'queryMemoryError', `The query needs more than ${memoryMb} MB, the limit of this lake`, {
    query,
  })

function settleTask({job: {query}, resolve, reject}: Task, reply: QueryReply) {
  if ('json' in reply) return resolve(reply.json)
  const {kind, message, start, end} = reply.failure
  if (kind === 'unsupported') return reject(notSupported(message))
  reject(
    kind === 'parse'
      ? queryParseError(query, message, start, end)
      : dataError(400, 'queryEvaluationError', `The query can't be evaluated: ${message}`, {query}),
  )
}
