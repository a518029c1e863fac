import {setTimeout as sleep} from 'node:timers/promises'
import {nextStoredPage} from '../cache/stored-pages.ts'
import {clock} from '../clock.ts'
import {metrics} from '../observability/metrics.ts'

/**
 * Next is rendering the page again meanwhile, which takes 20 to 100 ms. Its cache handler announces a stored page;
 * this is for an announcement that was missed. A request to Next takes the time that rendering needs.
 */
const POLL_MS = 250
/** How long a visitor waits. After that the stale page is sent. */
const TIMEOUT_MS = 1_500
/** After a timeout the CMS is probably down: for this long no visitor waits. */
const COOLDOWN_MS = 30_000

/** Lets a visitor of a stale page wait for the fresh one. */
export function stalePages<Answer extends {isStale: boolean}>() {
  let cooldownEnds = 0

  /** The fresh page, or undefined when it does not come in time. */
  return async (ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    if (clock.now() < cooldownEnds) return undefined
    metrics.pagesRevalidatedBlocking++
    const deadline = clock.now() + TIMEOUT_MS
    let stored = nextStoredPage()
    while (clock.now() < deadline) {
      await Promise.race([stored, sleep(POLL_MS)])
      stored = nextStoredPage()
      const answer = await ask()
      if (!answer.isStale) return answer
    }
    cooldownEnds = clock.now() + COOLDOWN_MS
    return undefined
  }
}
