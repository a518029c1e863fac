type Wait = {saving: boolean}
type State = {lost: boolean; unsaved: boolean}

/**
 * The state of the connection to the Content Lake. A failed request waits here for its next attempt. The first
 * response to any request starts the attempts of all others. The connection bar shows the state to the editor.
 */
export class Connection {
  /** While false, the lake may be up and not allow this site's origin. */
  hasBeenReached = false
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
    this.hasBeenReached = true
    this.#events.dispatchEvent(new Event('reached'))
  }

  /** Counts `attempts` as waiting until it settles. @param saving whether it saves an edit. */
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

  /** Resolves when the next attempt is due. @throws the signal's reason when the request was aborted. */
  nextAttempt(signal: AbortSignal | null | undefined): Promise<void> {
    return this.#until('reached', signal, this.#retryMs)
  }

  /** Resolves when no edit waits to be saved. @throws the signal's reason. */
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

/** One for the whole page. */
export const connection = new Connection()
