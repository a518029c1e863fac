import type {Reporter, TestCase} from '@playwright/test/reporter'

/** Prints how many clicks each flow took an editor; `Studio.tellClicks` notes them. */
export default class ClickTable implements Reporter {
  readonly #rows: string[] = []

  onTestEnd(test: TestCase) {
    for (const {type, description} of test.results.at(-1)?.annotations ?? []) {
      if (type === 'clicks' && description) this.#rows.push(description)
    }
  }

  onEnd() {
    if (this.#rows.length > 0) console.log(`\nClicks of each flow, beyond typing\n${this.#rows.join('\n')}`)
  }
}
