import {isStale, revalidatePage} from '#lib/server/cache/on-demand-revalidation.ts'
import {clock} from '#lib/server/clock.ts'
import {logError} from '#lib/server/observability/log.ts'
import {metrics} from '#lib/server/observability/metrics.ts'

/**
 * One page renders while the other waits for the CMS. More would share the processor and delay the first
 * page.
 */
const PARALLEL = 2
const TIMEOUT_MS = 10_000
const POLL_INTERVAL_MS = 40
/**
 * After so many failures in a row the CMS is down. The rest would fail too, and would delay the next publish.
 */
const MAX_FAILURES = 4

/**
 * The queue. Each page is in it once, for any number of publishes. So a thousand publishes in ten seconds
 * cost no more requests than fit into that time, and no more memory than the site has pages.
 */
const waiting = new Map<string, PromiseWithResolvers<void>>()
/** Next would answer a second request for the same page with the older result of the first. */
const running = new Map<string, Promise<void>>()
let workers = 0
let failures = 0

/** Pages in the queue stay stale. Each is revalidated when a visitor requests it. */
function giveUp() {
  logError(
    `Could not revalidate ${failures} pages in a row; ${waiting.size} more stay stale until a visitor requests them`,
  )
  metrics.pagesNotRevalidated += waiting.size
  for (const turn of waiting.values()) turn.resolve()
  waiting.clear()
  failures = 0
}

/** Usually one request. A second when the first joined a visitor's request from before the publish. */
async function revalidateUntilFresh(url: string) {
  const deadline = clock.now() + TIMEOUT_MS
  while (await revalidatePage(url, TIMEOUT_MS)) {
    metrics.pagesRevalidated++
    // Published again meanwhile: the page is in the queue again, and others come first.
    if (waiting.has(url) || !(await isStale(url, TIMEOUT_MS))) return
    if (clock.now() > deadline) throw new Error(`${url} is still stale after ${TIMEOUT_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
}

async function work() {
  workers++
  // A map's iterator also visits entries that are added during the loop.
  for (const [url, turn] of waiting) {
    await running.get(url)
    // Another worker may have taken it meanwhile.
    if (waiting.get(url) !== turn) continue
    // Before the request: a later publish needs a request of its own.
    waiting.delete(url)
    const revalidated = revalidateUntilFresh(url).then(
      () => {
        failures = 0
      },
      (error: unknown) => {
        metrics.pagesNotRevalidated++
        logError('Could not revalidate a page; visitors keep the last good one', error, {url})
        if (++failures >= MAX_FAILURES) giveUp()
      },
    )
    running.set(url, revalidated)
    await revalidated
    running.delete(url)
    turn.resolve()
  }
  workers--
}

/**
 * Revalidates every cached page of these paths, a few at a time. Pages that are not cached render on their
 * first request. Never throws: when a page fails, visitors keep its last good version until a later request
 * revalidates it.
 */
export async function revalidatePages(origin: string, paths: string[]) {
  const turns = paths.map((path) => {
    const url = origin + path
    const turn = waiting.get(url) ?? Promise.withResolvers<void>()
    waiting.set(url, turn)
    return turn.promise
  })
  while (workers < PARALLEL && waiting.size > 0) void work()
  await Promise.all(turns)
}
