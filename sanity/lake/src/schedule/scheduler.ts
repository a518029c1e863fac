import type {Clock} from '../clock.ts'
import {ApiError, actionError} from '../errors.ts'
import type {Store} from '../store/store.ts'
import {publishRelease, type Release} from '../write/release-actions.ts'
import type {Fail} from '../write/transaction.ts'
import type {Writer} from '../write/writer.ts'

/** Longest wait. The system clock may be set, and a timer does not count while the machine sleeps. */
const maxWaitMs = 30_000

type Scheduled = {dataset: string; release: Release; publishAt: number}

const fail: Fail = (status, item) => actionError(status, 0, item)

/** For instance a reference to a document that does not exist. Trying again would not help. */
const isRefusal = (error: unknown): error is ApiError => error instanceof ApiError && error.status < 500

/**
 * Publishes scheduled releases when their time comes, and at the start those whose time has passed while the lake
 * was not running. It reads the releases from the store after each commit, so it keeps no state that could differ.
 * A release that can't be published becomes active again and has the reason in `error`, as at Sanity.
 */
export class Scheduler {
  readonly #store: Store
  readonly #writer: Writer
  readonly #clock: Clock
  #cancelTimer = () => {}
  #running: Promise<void> | undefined
  #isStopped = false

  constructor(store: Store, writer: Writer, clock: Clock) {
    this.#store = store
    this.#writer = writer
    this.#clock = clock
  }

  /** Call it at the start and after each commit that may have changed a release. */
  wake(): void {
    this.#cancelTimer()
    const [next] = this.#scheduled()
    if (!next || this.#isStopped || this.#running) return
    const wait = next.publishAt - this.#clock.now()
    if (wait > 0) {
      this.#cancelTimer = this.#clock.after(Math.min(wait, maxWaitMs), () => this.wake())
      return
    }
    this.#running = this.#publishDue().then((retry) => {
      this.#running = undefined
      if (!retry) this.wake()
      else if (!this.#isStopped) this.#cancelTimer = this.#clock.after(maxWaitMs, () => this.wake())
    })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelTimer()
    await this.#running
  }

  /** In the order of their times. */
  #scheduled(): Scheduled[] {
    return this.#store
      .datasets()
      .flatMap(({name: dataset}) =>
        this.#store.idsBelow(dataset, '_.releases.').flatMap((id) => {
          const release = this.#store.get(dataset, id) as Release | undefined
          return release?.state === 'scheduled'
            ? [{dataset, release, publishAt: Date.parse(String(release.publishAt))}]
            : []
        }),
      )
      .sort((a, b) => a.publishAt - b.publishAt)
  }

  /** @returns whether one has to be tried again, for instance because the disk is full. */
  async #publishDue(): Promise<boolean> {
    let retry = false
    for (const due of this.#scheduled().filter(({publishAt}) => publishAt <= this.#clock.now())) {
      if (this.#isStopped) return false
      try {
        await this.#publish(due)
      } catch (error) {
        retry = true
        console.error(`[lake] release "${due.release.name}" is tried again in 30 seconds:`, error)
      }
    }
    return retry
  }

  async #publish({dataset, release, publishAt}: Scheduled): Promise<void> {
    const request = {dataset, author: String(release.userId), fail}
    try {
      await this.#writer.write(request, (transaction) => {
        const current = transaction.get(release._id) as Release | undefined
        // Unscheduled, or set to another time, while this write waited.
        if (current?.state !== 'scheduled' || Date.parse(String(current.publishAt)) !== publishAt) return
        publishRelease(transaction, current, fail)
      })
    } catch (error) {
      if (!isRefusal(error)) throw error
      await this.#writer.write(request, (transaction) => {
        if (transaction.get(release._id)?.state !== 'scheduled') return
        const set = {state: 'active', publishAt: null, error: {message: error.message}}
        transaction.patch(release._id, {set}, fail)
      })
    }
  }
}
