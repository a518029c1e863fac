import type {Context} from 'hono'
import type {Auth} from '../auth.ts'
import {httpError} from '../errors.ts'
import type {LakeEnv} from './app-types.ts'

/**
 * An `<img>` sends neither a token nor an `Origin`. Browsers say in `Sec-Fetch-Site` that another page loads
 * it, and in `Referer` which one. Programs on this machine (the site's server) send none of them.
 * @throws 403 for a page whose origin is not allowed.
 * @returns headers of the response, for an asset of a private dataset. The browser asks again each time: from
 * its cache, another page would get the asset without this check.
 */
export function privateAssetHeaders(context: Context<LakeEnv>, auth: Auth): Record<string, string> {
  const isAllowed = context.var.access === 'user' || isAllowedPage(context, auth)
  if (!isAllowed && isForeignPage(context))
    throw httpError(
      403,
      'A page of another origin may not show assets of a private dataset: add it to LAKE_ALLOWED_ORIGINS',
    )
  return {
    'Cache-Control': 'private, no-cache',
    // For browsers that send no Sec-Fetch-Site.
    'Cross-Origin-Resource-Policy': isAllowed ? 'cross-origin' : 'same-origin',
  }
}

const originOfPage = (context: Context<LakeEnv>): string | undefined =>
  URL.parse(context.req.header('referer') ?? '')?.origin

function isAllowedPage(context: Context<LakeEnv>, auth: Auth): boolean {
  const origin = originOfPage(context)
  return origin !== undefined && auth.isAllowedOrigin(origin)
}

function isForeignPage(context: Context<LakeEnv>): boolean {
  // Opened in a tab, by a link: the page with the link can't read it.
  if (context.req.header('sec-fetch-dest') === 'document') return false
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'cross-site' || site === 'same-site'
  const origin = originOfPage(context)
  return origin !== undefined && origin !== new URL(context.req.url).origin
}
