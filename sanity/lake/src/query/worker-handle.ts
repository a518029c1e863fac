import {extname} from 'node:path'
import {Worker} from 'node:worker_threads'
import {type ApiError, dataError, isOutOfTime, queryParseError} from '../errors.ts'
import type {QueryJob, QueryReply} from './worker.ts'

/** A thread that needs more than this is ended by V8, instead of the whole lake by the system. */
const memoryMb = 512

export type ThreadOptions = {file: string; projectId: string}

export type Task = {
  job: QueryJob
  resolve: (json: string) => void
  reject: (error: Error) => void
  /** When it was asked for (`performance.now()`): its time runs while it waits, too. */
  asked: number
  limitMs: number
}

/**
 * One query thread, and the limits of what it may do: a query that breaks one ends the thread with it. All have
 * the same priority: a thread that seldom gets the processor holds up the others (200 ms, measured) whenever it is
 * stopped in the middle of something all threads of a process share, such as its memory.
 */
export class QueryWorker {
  readonly #worker: Worker
  readonly #whenGone: (thread: QueryWorker) => void
  readonly kind: 'plain' | 'spare'
  #task: Task | undefined
  #timer: NodeJS.Timeout | undefined
  #isGone = false
  /** It has read the dataset: a query on it costs that query alone. */
  isWarm = false
  /** When it began what it does, or last stopped doing anything: `performance.now()`. */
  since = performance.now()

  /** @param first a job that makes it read what the next ones will ask for. */
  constructor(
    kind: QueryWorker['kind'],
    options: ThreadOptions,
    first: QueryJob,
    whenFree: () => void,
    whenGone: (thread: QueryWorker) => void,
  ) {
    this.kind = kind
    this.#whenGone = whenGone
    this.#worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
      workerData: {file: options.file, projectId: options.projectId},
      resourceLimits: {maxOldGenerationSizeMb: memoryMb},
    })
    this.#worker.on('message', (reply: QueryReply) => {
      this.isWarm = true
      this.#settle((task) => answer(task, reply))
      whenFree()
    })
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#settle(({job, reject}) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(job) : error),
      )
      void this.end()
    })
    this.#task = {
      job: first,
      resolve: () => {},
      reject: logged,
      asked: this.since,
      limitMs: Number.POSITIVE_INFINITY,
    }
    this.#worker.postMessage(first)
  }

  get task(): Task | undefined {
    return this.#task
  }

  run(task: Task): void {
    this.#task = task
    this.since = performance.now()
    this.#timer = setTimeout(
      () => {
        this.#settle(({job, reject}) => reject(tooSlow(job, task.limitMs)))
        void this.end()
      },
      Math.max(1, task.limitMs - (this.since - task.asked)),
    )
    this.#worker.postMessage(task.job)
  }

  /** What it remembers of a dataset that is gone must not come back with one of the same name. */
  forget(dataset: string): void {
    this.#worker.postMessage({forget: dataset})
  }

  /** @param reason for what it was still doing. */
  async end(reason?: Error): Promise<void> {
    clearTimeout(this.#timer)
    if (reason) this.#settle(({reject}) => reject(reason))
    if (!this.#isGone) {
      this.#isGone = true
      this.#whenGone(this)
    }
    await this.#worker.terminate()
  }

  #settle(settle: (task: Task) => void) {
    clearTimeout(this.#timer)
    const task = this.#task
    this.#task = undefined
    this.since = performance.now()
    if (task) settle(task)
  }
}

const logged = (error: Error) => {
  if (!isOutOfTime(error)) console.error('[lake] a query thread:', error)
}

const tooSlow = ({query}: QueryJob, timeoutMs: number): ApiError =>
  dataError(
    408,
    'queryTimeoutError',
    `The query was stopped after ${timeoutMs / 1000} s, the limit of this lake`,
    {query},
  )

const outOfMemory = ({query}: QueryJob): ApiError =>
  dataError(400, 'queryMemoryError', `The query needs more than ${memoryMb} MB, the limit of this lake`, {
    query,
  })

function answer({job: {query}, resolve, reject}: Task, reply: QueryReply) {
  if ('json' in reply) return resolve(reply.json)
  const {kind, message, start, end} = reply.failure
  reject(
    kind === 'parse'
      ? queryParseError(query, message, start, end)
      : dataError(400, 'queryEvaluationError', `The query can't be evaluated: ${message}`, {query}),
  )
}
