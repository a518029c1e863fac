import {randomUUID} from 'node:crypto'
import {EventEmitter} from 'node:events'
import {httpError, isTimeoutOrBusy} from '../errors.ts'
import type {Commit, Store} from '../store/store.ts'
import {transactionExists} from './mutations.ts'
import {type Fail, Transaction} from './transaction.ts'

export type WriteRequest = {
  dataset: string
  author: string
  transactionId?: string
  dryRun?: boolean
  /** Creates the error for a strong reference without a target. */
  fail: Fail
}

type Build<T> = (transaction: Transaction) => Promise<T> | T

export type Written<T> = {transactionId: string; result: T; transaction: Transaction}

/**
 * All writes go through this queue, one at a time, so that a transaction reads the state that it changes.
 * `commits` notifies listeners and webhooks after the commit is durable, in commit order.
 */
export class Writer {
  readonly commits = new EventEmitter<{commit: [Commit]}>()
  readonly #store: Store
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: Store) {
    this.#store = store
    // Many subscribers are expected; Node's default of ten warns of a leak.
    this.commits.setMaxListeners(0)
  }

  write<T>(request: WriteRequest, build: Build<T>): Promise<Written<T>> {
    return this.#enqueue(async () => this.#commit(request, await this.#build(request, build)))
  }

  /**
   * Optimistic concurrency, for a transaction that takes long to build. It is built before it enters the
   * queue, so other writers do not wait for it. It is built again inside the queue only when another write
   * was committed meanwhile. Then `isExclusive` is true, and `build` must be quick.
   */
  async writeOptimistically<T>(
    request: WriteRequest,
    build: (transaction: Transaction, isExclusive: boolean) => Promise<T> | T,
  ): Promise<Written<T>> {
    const seq = this.#store.lastSeq()
    const prepared = await settle(this.#build(request, (transaction) => build(transaction, false)))
    if (prepared.status === 'rejected' && isTimeoutOrBusy(prepared.reason)) throw prepared.reason
    return this.#enqueue(async () => {
      if (this.#store.lastSeq() !== seq)
        return this.#commit(request, await this.#build(request, (transaction) => build(transaction, true)))
      if (prepared.status === 'rejected') throw prepared.reason
      // Deleting a dataset writes no transaction, so check again.
      this.#requireNew(request.dataset, prepared.value.transactionId)
      return this.#commit(request, prepared.value)
    })
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }

  async #build<T>(request: WriteRequest, build: Build<T>): Promise<Written<T>> {
    const {dataset, author, transactionId = randomUUID()} = request
    this.#requireNew(dataset, transactionId)
    const timestamp = new Date().toISOString()
    const transaction = new Transaction(this.#store, {dataset, transactionId, author, timestamp})
    return {transactionId, result: await build(transaction), transaction}
  }

  #requireNew(dataset: string, transactionId: string) {
    if (!this.#store.hasDataset(dataset)) throw httpError(404, `Dataset "${dataset}" not found`)
    if (this.#store.hasTransaction(dataset, transactionId)) throw transactionExists(transactionId)
  }

  #commit<T>(request: WriteRequest, written: Written<T>): Written<T> {
    const {transactionId, transaction} = written
    const {dataset, author, timestamp} = transaction
    const changes = transaction.changes(request.fail)
    if (!request.dryRun && changes.length > 0)
      this.#emit(this.#store.commit({dataset, transactionId, author, timestamp, changes}))
    return written
  }

  /** An error in a subscriber must not fail the write, which is committed. */
  #emit(commit: Commit) {
    try {
      this.commits.emit('commit', commit)
    } catch (error) {
      console.error('[lake] after a commit:', error)
    }
  }
}

/** Returns an error as a value, since it is known only later whether it counts. */
const settle = async <T>(work: Promise<T>): Promise<PromiseSettledResult<T>> =>
  (await Promise.allSettled([work]))[0] as PromiseSettledResult<T>
