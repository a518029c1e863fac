import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/** What Next knows its own requests for renewal by, made anew by each build. */
function revalidationToken(): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join('.next', 'prerender-manifest.json'), 'utf8'))
    return manifest.preview.previewModeId
  } catch {
    return undefined
  }
}
const token = revalidationToken()

/** A request by which a page is being renewed: it must not wait for itself. Who forges it sees the page as it is. */
export const isRenewal = (headers: Record<string, unknown>) => headers['x-prerender-revalidate'] !== undefined

/**
 * Has a page made anew and waits for it, by Next's on-demand revalidation (what `res.revalidate` of the Pages Router
 * sends). A page nobody has asked for yet is left for who asks first. Says whether there was one to make anew. Where the
 * build's token can't be read, it is an ordinary request, behind which the page is made anew if it was marked as stale.
 * @throws Error when it can't be made; then the last good one stays.
 */
export async function renew(url: string, patienceMs: number): Promise<boolean> {
  const response = await fetch(url, {
    cache: 'no-store',
    redirect: 'manual',
    headers: token ? {'x-prerender-revalidate': token, 'x-prerender-revalidate-if-generated': '1'} : {},
    signal: AbortSignal.timeout(patienceMs),
  })
  await response.body?.cancel()
  if (response.status >= 500) throw new Error(`${url} answers ${response.status}`)
  return token === undefined || response.headers.get('x-nextjs-cache') === 'REVALIDATED'
}

/** Whether a page is still the one from before a publish: asked for as a visitor asks, at the cost of a cache hit. */
export async function isStillOld(url: string, patienceMs: number): Promise<boolean> {
  const response = await fetch(url, {
    method: 'HEAD',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  })
  // How the platform says that it served the old page and is making the new one: Next's own header, then Vercel's.
  return [response.headers.get('x-nextjs-cache'), response.headers.get('x-vercel-cache')].includes('STALE')
}
