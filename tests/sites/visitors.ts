type Answer = {path: string; status: number; ms: number; text: string}

const percentile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/**
 * Simulates `count` visitors. Each requests one page after another, with a pause in between. An answer fails
 * if its status is not 200 or `isGood` returns false.
 */
export class Visitors {
  readonly failed: string[] = []
  readonly #times: number[] = []
  readonly #visitors: Promise<void>[]
  #stopped = false

  constructor(
    origin: string,
    paths: readonly string[],
    {
      count = 10,
      pauseMs = 20,
      isGood,
    }: {count?: number; pauseMs?: number; isGood?: (answer: Answer) => boolean} = {},
  ) {
    this.#visitors = Array.from({length: count}, async (_, visitor) => {
      for (let step = visitor; !this.#stopped; step++) {
        await this.#request(origin, paths[step % paths.length] ?? '/', isGood)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    })
  }

  async #request(origin: string, path: string, isGood: (answer: Answer) => boolean = () => true) {
    const start = performance.now()
    try {
      const response = await fetch(origin + path, {redirect: 'manual', headers: {connection: 'close'}})
      const text = await response.text()
      const ms = performance.now() - start
      this.#times.push(ms)
      const answer = {path, status: response.status, ms, text}
      if (response.status !== 200) this.failed.push(`${path} answers ${response.status}`)
      else if (!isGood(answer)) this.failed.push(`${path} is not the expected page`)
    } catch (error) {
      this.#times.push(performance.now() - start)
      this.failed.push(`${path}: ${error instanceof Error ? (error.cause ?? error.message) : error}`)
    }
  }

  /** Figures so far; times in milliseconds. */
  figures() {
    const sorted = this.#times.toSorted((a, b) => a - b)
    const round = (ms: number) => Math.round(ms * 10) / 10
    return {
      requests: sorted.length,
      failed: this.failed.length,
      median: round(percentile(sorted, 0.5)),
      p99: round(percentile(sorted, 0.99)),
      worst: round(sorted.at(-1) ?? Number.NaN),
    }
  }

  async stop() {
    this.#stopped = true
    await Promise.all(this.#visitors)
    return this.figures()
  }
}
