import {availableParallelism} from 'node:os'
import {httpError} from '../errors.ts'
import {mayBeHeavy} from './cost.ts'
import type {QueryJob} from './worker.ts'
import {QueryWorker, type Task, type ThreadOptions} from './worker-handle.ts'

/**
 * Each holds the dataset in its own memory, so one of a kind is kept and more come when all are held up. However
 * many queries run away, no more of them than there are processors compete with the threads that serve.
 */
const mostSpare = Math.min(3, availableParallelism())

/** A thread is added when something waits and nothing was finished for so long. */
const heldUpMs = 50

/** A thread beyond one of its kind that has nothing to do for so long is ended. */
const idleMs = 30_000

const mostWaiting = 1000

export type PoolOptions = ThreadOptions & {
  /** Read by new threads before anybody asks. */
  dataset: string
  timeoutMs: number
}

/**
 * Runs queries on threads of their own: one that takes too long is ended with its thread. Queries that may
 * be heavy never get the plain thread, so however many run away, the others find it free.
 */
export class QueryPool {
  readonly #options: PoolOptions
  readonly #threads = new Set<QueryWorker>()
  readonly #waiting: {plain: Task[]; heavy: Task[]} = {plain: [], heavy: []}
  readonly #watch: NodeJS.Timeout
  #last: QueryJob
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#last = firstJob({dataset: options.dataset, perspective: [], publicOnly: false, identity: ''})
    this.#fill()
    this.#watch = setInterval(() => this.#adjust(), heldUpMs).unref()
  }

  /** @returns the result as JSON text. @throws ApiError in the shapes of Sanity's query endpoint. */
  run(job: QueryJob, limitMs = this.#options.timeoutMs): Promise<string> {
    if (this.#closed) return Promise.reject(shuttingDown())
    const {plain, heavy} = this.#waiting
    if (plain.length + heavy.length >= mostWaiting) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      const queue = mayBeHeavy(job.query) ? heavy : plain
      queue.push({job, resolve, reject, asked: performance.now(), limitMs})
      this.#next()
    })
  }

  /** A dataset is gone. */
  forget(dataset: string): void {
    for (const thread of this.#threads) thread.forget(dataset)
  }

  async close() {
    this.#closed = true
    clearInterval(this.#watch)
    const {plain, heavy} = this.#waiting
    for (const {reject} of [...plain.splice(0), ...heavy.splice(0)]) reject(shuttingDown())
    await Promise.all([...this.#threads].map((thread) => thread.end(shuttingDown())))
  }

  #start(kind: QueryWorker['kind']) {
    const thread = new QueryWorker(
      kind,
      this.#options,
      this.#last,
      () => this.#next(),
      (gone) => {
        this.#threads.delete(gone)
        if (!this.#closed) this.#fill()
      },
    )
    this.#threads.add(thread)
  }

  #of(kind: QueryWorker['kind']): QueryWorker[] {
    return [...this.#threads].filter((thread) => thread.kind === kind)
  }

  #fill() {
    for (const kind of ['plain', 'spare'] as const) if (this.#of(kind).length === 0) this.#start(kind)
    this.#next()
  }

  #next() {
    const {plain, heavy} = this.#waiting
    for (const thread of [...this.#of('plain'), ...this.#of('spare')]) {
      if (thread.task) continue
      const task = this.#take(plain) ?? (thread.kind === 'spare' ? this.#take(heavy) : undefined)
      if (!task) continue
      this.#last = firstJob(task.job)
      thread.run(task)
    }
  }

  /** One that waited nearly all its time would only be stopped, and with it a thread that knows the dataset. */
  #take(queue: Task[]): Task | undefined {
    for (;;) {
      const task = queue.shift()
      if (!task || performance.now() - task.asked < task.limitMs * 0.9) return task
      task.reject(busy())
    }
  }

  #adjust() {
    const now = performance.now()
    const {plain, heavy} = this.#waiting
    for (const queue of [plain, heavy])
      while (queue[0] && now - queue[0].asked > queue[0].limitMs) queue.shift()?.reject(busy())

    const spares = this.#of('spare')
    const threads = plain.length > 0 ? [...this.#threads] : heavy.length > 0 ? spares : []
    // One after the other: what starts takes the processor from what runs.
    const isHeldUp =
      threads.length > 0 && threads.every(({isWarm, since}) => isWarm && now - since > heldUpMs)
    if (isHeldUp && spares.length < mostSpare) this.#start('spare')
    const idle = spares.find(({task, since}) => !task && now - since > idleMs)
    if (idle && spares.length > 1) void idle.end()
  }
}

/** Makes a thread read a dataset as this job sees it. */
const firstJob = ({
  dataset,
  perspective,
  publicOnly,
  identity,
}: Omit<QueryJob, 'query' | 'params'>): QueryJob => ({
  ...{dataset, perspective, publicOnly, identity},
  query: 'true',
  params: {},
})

const busy = () => httpError(503, 'Too many long queries are under way: try again in a moment')

const shuttingDown = () => httpError(503, 'The lake is shutting down')
