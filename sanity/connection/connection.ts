type Wait = {saving: boolean}
type State = {lost: boolean; unsaved: boolean}

/**
 * Whether the content can be reached, for those that wait for it and for the bar that tells the editor so. A request
 * that failed waits here until its next attempt; the first answer to any of them wakes all.
 */
export class Connection {
  /** Until then it may be this site that is refused, not the content that is down. */
  everReached = false
  #state: State = {lost: false, unsaved: false}
  readonly #waits = new Set<Wait>()
  readonly #events = new EventTarget()
  readonly #retryMs: number

  constructor(retryMs = 2_000) {
    this.#retryMs = retryMs
  }

  readonly subscribe = (listener: () => void) => {
    this.#events.addEventListener('change', listener)
    return () => this.#events.removeEventListener('change', listener)
  }

  readonly state = (): State => this.#state

  reached() {
    this.everReached = true
    this.#events.dispatchEvent(new Event('reached'))
  }

  /** Holds `attempts` in the list of what waits until it ends. @param saving whether an edit would be lost with it. */
  async waiting<T>(saving: boolean, attempts: () => Promise<T>): Promise<T> {
    const wait = {saving}
    this.#waits.add(wait)
    this.#changed()
    try {
      return await attempts()
    } finally {
      this.#waits.delete(wait)
      this.#changed()
    }
  }

  /** Until the next attempt is due. @throws the signal's reason when nothing waits for the answer any more. */
  nextAttempt(signal: AbortSignal | null | undefined): Promise<void> {
    return this.#until('reached', signal, this.#retryMs)
  }

  /** Until no edit waits to be saved. @throws the signal's reason. */
  async saved(signal: AbortSignal | null | undefined): Promise<void> {
    while (this.#state.unsaved) await this.#until('change', signal)
  }

  #until(event: string, signal: AbortSignal | null | undefined, milliseconds?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const settled = new AbortController()
      const settle = (end: () => void) => {
        settled.abort()
        clearTimeout(timer)
        end()
      }
      const timer = milliseconds && setTimeout(() => settle(resolve), milliseconds)
      const once = {signal: settled.signal}
      this.#events.addEventListener(event, () => settle(resolve), once)
      signal?.addEventListener('abort', () => settle(() => reject(signal.reason)), once)
      if (signal?.aborted) settle(() => reject(signal.reason))
    })
  }

  #changed() {
    const lost = this.#waits.size > 0
    const unsaved = [...this.#waits].some(({saving}) => saving)
    if (lost === this.#state.lost && unsaved === this.#state.unsaved) return
    this.#state = {lost, unsaved}
    this.#events.dispatchEvent(new Event('change'))
  }
}

/** The page's own. */
export const connection = new Connection()
