import {buildSecret} from './build-secret.ts'

/** A request by which a page is being renewed: it must not wait for itself. Only the secret makes a request one. */
export const isRevalidationRequest = (headers: Record<string, unknown>) =>
  buildSecret !== undefined && headers['x-prerender-revalidate'] === buildSecret

/**
 * Has a page made anew and waits for it, by Next's on-demand revalidation (what `res.revalidate` of the Pages Router
 * sends). A page nobody has asked for yet is left for who asks first. Says whether there was one to make anew. Where the
 * build's secret can't be read, it is an ordinary request, behind which the page is made anew if it was marked as stale.
 * @throws Error when it can't be made; then the last good one stays.
 */
export async function renew(url: string, patienceMs: number): Promise<boolean> {
  const response = await fetch(url, {
    cache: 'no-store',
    redirect: 'manual',
    headers: buildSecret
      ? {'x-prerender-revalidate': buildSecret, 'x-prerender-revalidate-if-generated': '1'}
      : {},
    signal: AbortSignal.timeout(patienceMs),
  })
  await response.body?.cancel()
  if (response.status >= 500) throw new Error(`${url} answers ${response.status}`)
  return buildSecret === undefined || response.headers.get('x-nextjs-cache') === 'REVALIDATED'
}

/** Whether a page is still the one from before a publish: asked for as a visitor asks, at the cost of a cache hit. */
export async function isStale(url: string, patienceMs: number): Promise<boolean> {
  const response = await fetch(url, {
    method: 'HEAD',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  })
  // How the platform says that it served the old page and is making the new one: Next's own header, then Vercel's.
  return [response.headers.get('x-nextjs-cache'), response.headers.get('x-vercel-cache')].includes('STALE')
}
