import {Worker} from 'node:worker_threads'
import {dataError, httpError, queryParseError} from '../errors.ts'
import type {QueryJob, QueryReply} from './worker.ts'

const threads = 2

/** A thread that needs more than this is ended by V8, instead of the whole lake by the system. */
const memoryMb = 512

export type PoolOptions = {file: string; projectId: string; timeoutMs: number}

type Task = {job: QueryJob; resolve: (json: string) => void; reject: (error: Error) => void}

type Thread = {worker: Worker; task?: Task; timer?: NodeJS.Timeout}

/**
 * Runs queries on threads of their own. One that takes longer than `timeoutMs` is ended with its thread;
 * a fresh thread takes its place, the other one has meanwhile served everybody else.
 */
export class QueryPool {
  readonly #options: PoolOptions
  readonly #threads: Thread[]
  readonly #queue: Task[] = []
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#threads = Array.from({length: threads}, () => this.#start())
  }

  /** @returns the result as JSON text. @throws ApiError in the shapes of Sanity's query endpoint. */
  run(job: QueryJob): Promise<string> {
    if (this.#closed) return Promise.reject(httpError(503, 'The lake is shutting down'))
    return new Promise((resolve, reject) => {
      this.#queue.push({job, resolve, reject})
      this.#next()
    })
  }

  async close() {
    this.#closed = true
    for (const {reject} of this.#queue.splice(0)) reject(httpError(503, 'The lake is shutting down'))
    await Promise.all(this.#threads.map(({worker}) => worker.terminate()))
  }

  #start(): Thread {
    const {file, projectId} = this.#options
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: {file, projectId},
      resourceLimits: {maxOldGenerationSizeMb: memoryMb},
    })
    const thread: Thread = {worker}
    worker.on('message', (reply: QueryReply | 'ready') => {
      if (reply !== 'ready') this.#settle(thread, (task) => answerOf(task, reply))
      this.#next()
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#settle(thread, ({job, reject}) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(job) : error),
      )
      this.#replace(thread)
    })
    return thread
  }

  #next() {
    for (const thread of this.#threads) {
      if (thread.task) continue
      const task = this.#queue.shift()
      if (!task) return
      thread.task = task
      thread.timer = setTimeout(() => this.#stop(thread), this.#options.timeoutMs)
      thread.worker.postMessage(task.job)
    }
  }

  #stop(thread: Thread) {
    const seconds = this.#options.timeoutMs / 1000
    this.#settle(thread, ({job, reject}) =>
      reject(
        dataError(
          408,
          'queryTimeoutError',
          `The query was stopped after ${seconds} s, the limit of this lake`,
          {
            query: job.query,
          },
        ),
      ),
    )
    this.#replace(thread)
  }

  #settle(thread: Thread, settle: (task: Task) => void) {
    clearTimeout(thread.timer)
    const {task} = thread
    thread.task = undefined
    if (task) settle(task)
  }

  #replace(thread: Thread) {
    void thread.worker.terminate()
    if (this.#closed) return
    this.#threads[this.#threads.indexOf(thread)] = this.#start()
    this.#next()
  }
}

const outOfMemory = ({query}: QueryJob) =>
  dataError(400, 'queryMemoryError', `The query needs more than ${memoryMb} MB, the limit of this lake`, {
    query,
  })

function answerOf({job, resolve, reject}: Task, reply: QueryReply) {
  if ('json' in reply) resolve(reply.json)
  else {
    const {kind, message, start, end} = reply.failure
    if (kind === 'parse') reject(queryParseError(job.query, message, start, end))
    else
      reject(
        dataError(400, 'queryEvaluationError', `The query can't be evaluated: ${message}`, {
          query: job.query,
        }),
      )
  }
}
