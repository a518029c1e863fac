import type {Reporter, TestCase} from '@playwright/test/reporter'

/** Prints the clicks and seconds of each flow, recorded by `Studio.tellClicks`, and the waiting times. */
export default class ClickTable implements Reporter {
  readonly #rows: string[] = []
  readonly #times: string[] = []

  onTestEnd(test: TestCase) {
    for (const {type, description} of test.results.at(-1)?.annotations ?? []) {
      if (type === 'clicks' && description) this.#rows.push(description)
      if (type === 'time' && description) this.#times.push(description)
    }
  }

  onEnd() {
    if (this.#rows.length > 0) console.log(`\nclicks  seconds  flow, beyond typing\n${this.#rows.join('\n')}`)
    if (this.#times.length > 0) console.log(`\nWaiting\n${this.#times.join('\n')}`)
  }
}
