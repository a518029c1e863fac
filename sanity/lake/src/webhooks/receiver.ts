type ReceiverPolicy = {
  /** Concurrent deliveries, and failures in a row after which the receiver counts as down. */
  maxConcurrent: number
  firstDelayMs: number
  maxDelayMs: number
}

/**
 * Whether a webhook's receiver responds. While it is down, one message probes it, with growing delays. Without this,
 * each of thousands of waiting messages would be tried, and the tries alone would keep a processor busy.
 */
class Receiver {
  readonly #policy: ReceiverPolicy
  #failuresInRow = 0
  #probes = 0
  #probeAt: number | undefined

  constructor(policy: ReceiverPolicy) {
    this.#policy = policy
  }

  get isDown(): boolean {
    return this.#probeAt !== undefined
  }

  /** When the next message may be sent to a receiver that is down. */
  get probeAt(): number | undefined {
    return this.#probeAt
  }

  /** How many deliveries may run at once: fewer with each failure in a row. */
  capacity(now: number): number {
    if (this.#probeAt === undefined) return this.#policy.maxConcurrent - this.#failuresInRow
    return now >= this.#probeAt ? 1 : 0
  }

  responded(): void {
    this.#failuresInRow = 0
    this.#probes = 0
    this.#probeAt = undefined
  }

  /** @param isProbe false for a delivery that began before the receiver counted as down. */
  failed(now: number, isProbe: boolean): void {
    const {maxConcurrent, firstDelayMs, maxDelayMs} = this.#policy
    this.#failuresInRow += 1
    if (this.#failuresInRow < maxConcurrent || (this.isDown && !isProbe)) return
    this.#probeAt = now + Math.min(firstDelayMs * 2 ** this.#probes, maxDelayMs)
    this.#probes += 1
  }
}

/** In memory only: after a start, a receiver that is down gets `maxConcurrent` messages before that is known. */
export function receiversByHook(policy: ReceiverPolicy) {
  const receivers = new Map<string, Receiver>()
  return (hookId: string): Receiver => {
    const receiver = receivers.get(hookId) ?? new Receiver(policy)
    receivers.set(hookId, receiver)
    return receiver
  }
}
