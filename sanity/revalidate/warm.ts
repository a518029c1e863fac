import {logError} from '#lib/log.ts'
import {counts} from './counts.ts'

const PARALLEL = 4
/** For the old page to be replaced. */
const PATIENCE_MS = 10_000
/** For one answer: `next dev` may have to compile the page first. */
const ANSWER_MS = 60_000
const PAUSE_MS = 40

/** How the platform says that it served the old page and is making the new one: Next's own header, then Vercel's. */
const isStale = (response: Response) =>
  [response.headers.get('x-nextjs-cache'), response.headers.get('x-vercel-cache')].includes('STALE')

/**
 * Pages that wait for their turn, each once however many publishes ask for it: a thousand of them in ten seconds
 * cost as many requests as there are pages in the time these take, and no more memory than the site has pages.
 */
const waiting = new Map<string, PromiseWithResolvers<void>>()
let workers = 0

/** The first request after a tag was marked gets the old page and starts the new one; ask until it is there. */
async function warmPage(url: string) {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const response = await fetch(url, {
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    await response.body?.cancel()
    // Asked for again meanwhile: published again, so it stays old until that turn, and others come first.
    if (!isStale(response) || waiting.has(url)) return
    if (Date.now() > deadline) throw new Error(`${url} is still stale after ${PATIENCE_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

async function work() {
  workers++
  // A map's iterator also comes to what is added on the way.
  for (const [url, turn] of waiting) {
    // Before the request: who asks from now on has published later and needs another one.
    waiting.delete(url)
    try {
      await warmPage(url)
      counts.pagesRenewed++
    } catch (error) {
      counts.pagesNotRenewed++
      logError('Could not renew a page; visitors keep the last good one', error, {url})
    }
    turn.resolve()
  }
  workers--
}

/**
 * Requests every path until it is fresh, a few at a time.
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
