import {setTimeout as sleep} from 'node:timers/promises'
import {clock} from '../clock.ts'
import {metrics} from '../observability/metrics.ts'

/** Next is rendering the page again meanwhile, which takes 20 to 100 ms. */
const POLL_MS = 20
/** How long a visitor waits. After that the stale page is sent. */
const TIMEOUT_MS = 1_500
/** After a timeout the CMS is probably down: for this long no visitor waits. */
const COOLDOWN_MS = 30_000

/** Lets visitors of a stale page wait for the fresh one. All visitors of a path share the requests. */
export function stalePages<Answer extends {isStale: boolean}>() {
  const pending = new Map<string, Promise<Answer | undefined>>()
  let cooldownEnds = 0

  async function poll(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    metrics.pagesRevalidatedBlocking++
    const deadline = clock.now() + TIMEOUT_MS
    while (clock.now() < deadline) {
      await sleep(POLL_MS)
      const answer = await ask()
      if (!answer.isStale) return answer
    }
    cooldownEnds = clock.now() + COOLDOWN_MS
    return undefined
  }

  /** The fresh page, or undefined when it does not come in time. */
  return async (path: string, ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    if (clock.now() < cooldownEnds) return undefined
    const waiting = pending.get(path) ?? poll(ask).finally(() => pending.delete(path))
    pending.set(path, waiting)
    return waiting
  }
}
