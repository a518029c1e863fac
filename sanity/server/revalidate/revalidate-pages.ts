import {isStale, revalidatePage} from '#lib/server/cache/on-demand-revalidation.ts'
import {clock} from '#lib/server/clock.ts'
import {logError} from '#lib/server/observability/log.ts'
import {metrics} from '#lib/server/observability/metrics.ts'
import type {Affected} from './affected.ts'

const TIMEOUT_MS = 10_000
const POLL_INTERVAL_MS = 40
/**
 * After so many failures in a row the CMS is down. The rest would fail too, and would delay the next publish.
 */
const MAX_FAILURES = 4

type Queue = Map<string, PromiseWithResolvers<void>>

/**
 * The queues, by address. Each page is in one of them once, for any number of publishes. So a thousand publishes in
 * ten seconds cost no more requests than fit into that time, and no more memory than the site has pages.
 */
const pagesWaiting: Queue = new Map()
const listsWaiting: Queue = new Map()

/**
 * First the pages of documents: an editor looks at them, and does not wait for the lists of earlier publishes. Lists
 * that wait meanwhile are rendered when a visitor requests them.
 */
const queues = [pagesWaiting, listsWaiting]

/**
 * One page renders while the other waits for the CMS. More would share the processor and delay the first page.
 */
const PARALLEL = 2
let workers = 0
/** Next would answer a second request for the same page with the older result of the first. */
const running = new Set<string>()
let failures = 0

const isWaiting = (url: string) => queues.some((queue) => queue.has(url))

/** Pages in the queues stay stale. Each is revalidated when a visitor requests it. */
function giveUp() {
  const size = pagesWaiting.size + listsWaiting.size
  logError(
    `Could not revalidate ${failures} pages in a row; ${size} more stay stale until a visitor requests them`,
  )
  metrics.pagesNotRevalidated += size
  for (const queue of queues) {
    for (const turn of queue.values()) turn.resolve()
    queue.clear()
  }
  failures = 0
}

/** Usually one request. A second when the first joined a visitor's request from before the publish. */
async function revalidateUntilFresh(url: string) {
  const deadline = clock.now() + TIMEOUT_MS
  while (await revalidatePage(url, TIMEOUT_MS)) {
    metrics.pagesRevalidated++
    // Published again meanwhile: the page is in the queue again.
    if (isWaiting(url) || !(await isStale(url, TIMEOUT_MS))) return
    if (clock.now() > deadline) throw new Error(`${url} is still stale after ${TIMEOUT_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
}

/** Not a page that the other worker is requesting: that worker takes it afterwards. */
function takeNext() {
  for (const queue of queues)
    for (const [url, turn] of queue) {
      if (running.has(url)) continue
      // Before the request: a later publish needs a request of its own.
      queue.delete(url)
      return {url, turn}
    }
  return undefined
}

async function work() {
  workers++
  for (let taken = takeNext(); taken; taken = takeNext()) {
    const {url, turn} = taken
    running.add(url)
    await revalidateUntilFresh(url).then(
      () => {
        failures = 0
      },
      (error: unknown) => {
        metrics.pagesNotRevalidated++
        logError('Could not revalidate a page; visitors keep the last good one', error, {url})
        if (++failures >= MAX_FAILURES) giveUp()
      },
    )
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
export async function revalidatePages(origin: string, {pages, lists}: Pick<Affected, 'pages' | 'lists'>) {
  const enter = (queue: Queue) => (path: string) => {
    const url = origin + path
    const turn = queue.get(url) ?? Promise.withResolvers<void>()
    queue.set(url, turn)
    return turn.promise
  }
  const turns = [...pages.map(enter(pagesWaiting)), ...lists.map(enter(listsWaiting))]
  for (let worker = workers; worker < PARALLEL; worker++) void work()
  await Promise.all(turns)
}
