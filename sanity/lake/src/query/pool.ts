import {availableParallelism} from 'node:os'
import {httpError} from '../errors.ts'
import {mayBeHeavy} from './cost.ts'
import type {QueryJob} from './worker.ts'
import {QueryWorker, type Task, type WorkerOptions} from './worker-handle.ts'

/**
 * Each worker holds the dataset in its own memory. So the pool keeps one of each kind and adds more only when
 * all are blocked. At most as many heavy queries as processors compete with the threads that serve requests.
 */
const maxGeneralWorkers = Math.min(3, availableParallelism())

/** A worker is added when a query waits and no worker has finished for this long. */
const blockedMs = 50

/** An additional worker that is idle for this long is ended. */
const idleMs = 30_000

const maxQueued = 1000

export type PoolOptions = WorkerOptions & {
  /** New workers load this dataset at once. */
  dataset: string
  timeoutMs: number
}

/**
 * Runs queries on workers. A query that takes too long is ended with its worker. Heavy queries never run on
 * the light worker, so light queries always find it free, however many heavy queries run away.
 */
export class QueryPool {
  readonly #options: PoolOptions
  readonly #workers = new Set<QueryWorker>()
  readonly #queues: {light: Task[]; heavy: Task[]} = {light: [], heavy: []}
  readonly #scaleTimer: NodeJS.Timeout
  #lastJob: QueryJob
  #isClosed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#lastJob = warmUpJob({dataset: options.dataset, perspective: [], publicOnly: false, identity: ''})
    this.#startMissing()
    this.#scaleTimer = setInterval(() => this.#scale(), blockedMs).unref()
  }

  /** @returns the result as JSON text. @throws ApiError in the shapes of Sanity's query endpoint. */
  run(job: QueryJob, limitMs = this.#options.timeoutMs): Promise<string> {
    if (this.#isClosed) return Promise.reject(shutdownError())
    const {light, heavy} = this.#queues
    if (light.length + heavy.length >= maxQueued) return Promise.reject(busyError())
    return new Promise((resolve, reject) => {
      const queue = mayBeHeavy(job.query) ? heavy : light
      queue.push({job, resolve, reject, queuedAt: performance.now(), limitMs})
      this.#dispatch()
    })
  }

  /** Call when a dataset was deleted. */
  forgetDataset(dataset: string): void {
    for (const worker of this.#workers) worker.forgetDataset(dataset)
  }

  async close() {
    this.#isClosed = true
    clearInterval(this.#scaleTimer)
    const {light, heavy} = this.#queues
    for (const {reject} of [...light.splice(0), ...heavy.splice(0)]) reject(shutdownError())
    await Promise.all([...this.#workers].map((worker) => worker.end(shutdownError())))
  }

  #startWorker(kind: QueryWorker['kind']) {
    const worker = new QueryWorker(
      kind,
      this.#options,
      this.#lastJob,
      () => this.#dispatch(),
      (exited) => {
        this.#workers.delete(exited)
        if (!this.#isClosed) this.#startMissing()
      },
    )
    this.#workers.add(worker)
  }

  #ofKind(kind: QueryWorker['kind']): QueryWorker[] {
    return [...this.#workers].filter((worker) => worker.kind === kind)
  }

  #startMissing() {
    for (const kind of ['light', 'general'] as const)
      if (this.#ofKind(kind).length === 0) this.#startWorker(kind)
    this.#dispatch()
  }

  #dispatch() {
    const {light, heavy} = this.#queues
    for (const worker of [...this.#ofKind('light'), ...this.#ofKind('general')]) {
      if (worker.task) continue
      const task =
        this.#takeUnexpired(light) ?? (worker.kind === 'general' ? this.#takeUnexpired(heavy) : undefined)
      if (!task) continue
      this.#lastJob = warmUpJob(task.job)
      worker.run(task)
    }
  }

  /**
   * A query that waited nearly its whole time limit would be stopped, and its worker with the loaded dataset
   * too.
   */
  #takeUnexpired(queue: Task[]): Task | undefined {
    for (;;) {
      const task = queue.shift()
      if (!task || performance.now() - task.queuedAt < task.limitMs * 0.9) return task
      task.reject(busyError())
    }
  }

  #scale() {
    const now = performance.now()
    const {light, heavy} = this.#queues
    for (const queue of [light, heavy])
      while (queue[0] && now - queue[0].queuedAt > queue[0].limitMs) queue.shift()?.reject(busyError())

    const generalWorkers = this.#ofKind('general')
    const candidates = light.length > 0 ? [...this.#workers] : heavy.length > 0 ? generalWorkers : []
    // Add one worker at a time: a starting worker takes processor time from the running ones.
    const areAllBlocked =
      candidates.length > 0 &&
      candidates.every(({isWarm, stateSince}) => isWarm && now - stateSince > blockedMs)
    if (areAllBlocked && generalWorkers.length < maxGeneralWorkers) this.#startWorker('general')
    const idleWorker = generalWorkers.find(({task, stateSince}) => !task && now - stateSince > idleMs)
    if (idleWorker && generalWorkers.length > 1) void idleWorker.end()
  }
}

/** A job that makes a worker load the dataset for the same perspective and rights. */
const warmUpJob = ({
  dataset,
  perspective,
  publicOnly,
  identity,
}: Omit<QueryJob, 'query' | 'params'>): QueryJob => ({
  ...{dataset, perspective, publicOnly, identity},
  query: 'true',
  params: {},
})

const busyError = () => httpError(503, 'Too many long queries are running. Try again in a moment')

const shutdownError = () => httpError(503, 'The lake is shutting down')
