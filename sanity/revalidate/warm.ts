const PARALLEL = 4
/** For the old page to be replaced. */
const PATIENCE_MS = 10_000
/** For one answer: `next dev` may have to compile the page first. */
const ANSWER_MS = 60_000
const PAUSE_MS = 40

/** How the platform says that it served the old page and is making the new one: Next's own header, then Vercel's. */
const isStale = (response: Response) =>
  [response.headers.get('x-nextjs-cache'), response.headers.get('x-vercel-cache')].includes('STALE')

/** The first request after a tag was marked gets the old page and starts the new one; ask until it is there. */
async function warmPath(url: string) {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const response = await fetch(url, {
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    await response.body?.cancel()
    if (!isStale(response)) return
    if (Date.now() > deadline) throw new Error(`${url} is still stale after ${PATIENCE_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/**
 * Requests every path until it is fresh, a few at a time.
 * Never throws: a page that could not be renewed keeps its last good version and is renewed on a later request.
 */
export async function warm(origin: string, paths: string[]) {
  const queue = [...paths]
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await warmPath(origin + path).catch((error: unknown) => {
        console.error(`Could not renew ${path}; visitors keep the last good page.`, error)
      })
    }
  }
  await Promise.all(Array.from({length: PARALLEL}, worker))
}
