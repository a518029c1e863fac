import {isStale, revalidatePage} from '#lib/server/cache/on-demand-revalidation.ts'
import {clock} from '#lib/server/clock.ts'
import {logError} from '#lib/server/observability/log.ts'
import {metrics} from '#lib/server/observability/metrics.ts'

/** One renders while the other waits for the CMS: more would only share the processor, and the first page come later. */
const PARALLEL = 2
/** For the old page to be replaced. */
const TIMEOUT_MS = 10_000
const POLL_INTERVAL_MS = 40
/** So many failures in a row are the CMS's: the rest would fail as well, and keep what is published next waiting. */
const MAX_FAILURES = 4

/**
 * Pages that wait for their turn, each once however many publishes ask for it: a thousand of them in ten seconds
 * cost as many requests as there are pages in the time these take, and no more memory than the site has pages.
 */
const waiting = new Map<string, PromiseWithResolvers<void>>()
/** Next would answer a second request for the same page with what the first, older one makes. */
const running = new Map<string, Promise<void>>()
let workers = 0
let failures = 0

/** What was waiting stays marked as stale: it is made anew when somebody asks for it. */
function giveUp() {
  logError(`Could not renew ${failures} pages in a row; ${waiting.size} more wait for their visitors`)
  metrics.pagesNotRevalidated += waiting.size
  for (const turn of waiting.values()) turn.resolve()
  waiting.clear()
  failures = 0
}

/** Usually made anew once; again when that joined a visitor's request from before the publish. */
async function warmPage(url: string) {
  const deadline = clock.now() + TIMEOUT_MS
  while (await revalidatePage(url, TIMEOUT_MS)) {
    metrics.pagesRevalidated++
    // Asked for again meanwhile: published again, so it stays old until that turn, and others come first.
    if (waiting.has(url) || !(await isStale(url, TIMEOUT_MS))) return
    if (clock.now() > deadline) throw new Error(`${url} is still stale after ${TIMEOUT_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
}

async function work() {
  workers++
  // A map's iterator also comes to what is added on the way.
  for (const [url, turn] of waiting) {
    await running.get(url)
    // Meanwhile another worker may have taken it.
    if (waiting.get(url) !== turn) continue
    // Before the request: who asks from now on has published later and needs another one.
    waiting.delete(url)
    const warmed = warmPage(url).then(
      () => {
        failures = 0
      },
      (error: unknown) => {
        metrics.pagesNotRevalidated++
        logError('Could not renew a page; visitors keep the last good one', error, {url})
        if (++failures >= MAX_FAILURES) giveUp()
      },
    )
    running.set(url, warmed)
    await warmed
    running.delete(url)
    turn.resolve()
  }
  workers--
}

/**
 * Has every path that somebody has asked for made anew, a few at a time.
 * Never throws: a page that could not be renewed keeps its last good version and is renewed on a later request.
 */
export async function warm(origin: string, paths: string[]) {
  const turns = paths.map((path) => {
    const url = origin + path
    const turn = waiting.get(url) ?? Promise.withResolvers<void>()
    waiting.set(url, turn)
    return turn.promise
  })
  while (workers < PARALLEL && waiting.size > 0) void work()
  await Promise.all(turns)
}
