import {randomUUID} from 'node:crypto'
import {EventEmitter} from 'node:events'
import {httpError} from '../errors.ts'
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

  write<T>(request: WriteRequest, build: (transaction: Transaction) => Promise<T> | T): Promise<Written<T>> {
    const written = this.#last.then(() => this.#write(request, build))
    this.#last = written.catch(() => undefined)
    return written
  }

  async #write<T>(
    request: WriteRequest,
    build: (transaction: Transaction) => Promise<T> | T,
  ): Promise<Written<T>> {
    const {dataset, author} = request
    const transactionId = request.transactionId ?? randomUUID()
    if (!this.#store.hasDataset(dataset)) throw httpError(404, `Dataset "${dataset}" not found`)
    if (this.#store.hasTransaction(dataset, transactionId)) throw transactionExists(transactionId)
    const timestamp = new Date().toISOString()
    const transaction = new Transaction(this.#store, {dataset, transactionId, author, timestamp})
    const result = await build(transaction)
    const changes = transaction.changes(request.fail)
    if (!request.dryRun && changes.length > 0) {
      const commit = this.#store.commit({dataset, transactionId, author, timestamp, changes})
      this.#tell(commit)
    }
    return {transactionId, result, transaction}
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
