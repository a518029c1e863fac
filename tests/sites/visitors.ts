type Answer = {path: string; status: number; ms: number; text: string}

const percentile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/**
 * People reading pages all the time: `count` of them, each asking for one page after the other with a pause between.
 * An answer counts as failed when it isn't a 200 or when `isGood` says that its text is not that of a page.
 */
export class Visitors {
  readonly failed: string[] = []
  readonly #times: number[] = []
  readonly #crowd: Promise<void>[]
  #over = false

  constructor(
    origin: string,
    paths: readonly string[],
    {
      count = 10,
      pauseMs = 20,
      isGood,
    }: {count?: number; pauseMs?: number; isGood?: (answer: Answer) => boolean} = {},
  ) {
    this.#crowd = Array.from({length: count}, async (_, person) => {
      for (let step = person; !this.#over; step++) {
        await this.#ask(origin, paths[step % paths.length] ?? '/', isGood)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    })
  }

  async #ask(origin: string, path: string, isGood: (answer: Answer) => boolean = () => true) {
    const start = performance.now()
    try {
      const response = await fetch(origin + path, {redirect: 'manual', headers: {connection: 'close'}})
      const text = await response.text()
      const ms = performance.now() - start
      this.#times.push(ms)
      const answer = {path, status: response.status, ms, text}
      if (response.status !== 200) this.failed.push(`${path} answers ${response.status}`)
      else if (!isGood(answer)) this.failed.push(`${path} is not the page`)
    } catch (error) {
      this.#times.push(performance.now() - start)
      this.failed.push(`${path}: ${error instanceof Error ? (error.cause ?? error.message) : error}`)
    }
  }

  /** How it has been so far, in milliseconds. */
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

  async leave() {
    this.#over = true
    await Promise.all(this.#crowd)
    return this.figures()
  }
}
