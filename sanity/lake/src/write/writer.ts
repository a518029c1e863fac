import {randomUUID} from 'node:crypto'
import {EventEmitter} from 'node:events'
import {httpError, isOutOfTime} from '../errors.ts'
import type {Commit, Store} from '../store/store.ts'
import {transactionExists} from './mutations.ts'
import {type Fail, Transaction} from './transaction.ts'

export type WriteRequest = {
  dataset: string
  author: string
  transactionId?: string
  dryRun?: boolean
  /** Words a reference that would be left without its target. */
  fail: Fail
}

type Build<T> = (transaction: Transaction) => Promise<T> | T

export type Written<T> = {transactionId: string; result: T; transaction: Transaction}

/**
 * All writes go through here, one after the other, so that a transaction reads what it will change.
 * `commits` tells listeners and webhooks, after the commit is durable and in commit order.
 */
export class Writer {
  readonly commits = new EventEmitter<{commit: [Commit]}>()
  readonly #store: Store
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: Store) {
    this.#store = store
    // One per open listener; the default of ten warns of a leak that isn't one.
    this.commits.setMaxListeners(0)
  }

  write<T>(request: WriteRequest, build: Build<T>): Promise<Written<T>> {
    return this.#inTurn(async () => this.#commit(request, await this.#build(request, build)))
  }

  /**
   * For work that may take long: done before its turn comes, so that nobody waits for it, and done again in its
   * turn only when something was written meanwhile. `build` is told which it is: in its turn it must be quick.
   */
  async writeAhead<T>(
    request: WriteRequest,
    build: (transaction: Transaction, isItsTurn: boolean) => Promise<T> | T,
  ): Promise<Written<T>> {
    const seq = this.#store.lastSeq()
    const ahead = await settled(this.#build(request, (transaction) => build(transaction, false)))
    if (ahead.status === 'rejected' && isOutOfTime(ahead.reason)) throw ahead.reason
    return this.#inTurn(async () => {
      if (this.#store.lastSeq() !== seq)
        return this.#commit(request, await this.#build(request, (transaction) => build(transaction, true)))
      if (ahead.status === 'rejected') throw ahead.reason
      // Dropping a dataset writes no transaction.
      this.#requireNew(request.dataset, ahead.value.transactionId)
      return this.#commit(request, ahead.value)
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
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
      this.#tell(this.#store.commit({dataset, transactionId, author, timestamp, changes}))
    return written
  }

  /** What is committed is committed, whatever becomes of those who want to know. */
  #tell(commit: Commit) {
    try {
      this.commits.emit('commit', commit)
    } catch (error) {
      console.error('[lake] after a commit:', error)
    }
  }
}

/** As a value: whether it counts is only known later. */
const settled = async <T>(work: Promise<T>): Promise<PromiseSettledResult<T>> =>
  (await Promise.allSettled([work]))[0] as PromiseSettledResult<T>
