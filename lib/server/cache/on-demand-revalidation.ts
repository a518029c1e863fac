import {buildSecret} from './build-secret.ts'

/**
 * Whether a request is an on-demand revalidation. It must not wait for itself. Only the build secret makes it
 * one.
 */
export const isRevalidationRequest = (headers: Record<string, unknown>) =>
  buildSecret !== undefined && headers['x-prerender-revalidate'] === buildSecret

/**
 * Revalidates a page with the request that `res.revalidate` of the Pages Router sends, and waits for the
 * result. Only cached pages are regenerated. Others render on their first request; site-server.ts answers
 * before Next would log an error. Without the build secret this is an ordinary request, behind which Next
 * regenerates the page if it is stale.
 * @returns whether there was a cached page to regenerate.
 * @throws Error when the page can't be rendered; the last good one stays.
 */
export async function revalidatePage(url: string, timeoutMs: number): Promise<boolean> {
  const response = await fetch(url, {
    cache: 'no-store',
    redirect: 'manual',
    headers: buildSecret
      ? {'x-prerender-revalidate': buildSecret, 'x-prerender-revalidate-if-generated': '1'}
      : {},
    signal: AbortSignal.timeout(timeoutMs),
  })
  await response.body?.cancel()
  if (response.status >= 500) throw new Error(`${url} answers ${response.status}`)
  return buildSecret === undefined || response.headers.get('x-nextjs-cache') === 'REVALIDATED'
}

/** Whether visitors still get the page from before a publish. Costs a cache hit. */
export async function isStale(url: string, timeoutMs: number): Promise<boolean> {
  const response = await fetch(url, {
    method: 'HEAD',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  // Next's own header, then Vercel's. STALE: the old page was served and a new one is being rendered.
  return [response.headers.get('x-nextjs-cache'), response.headers.get('x-vercel-cache')].includes('STALE')
}
