import {perspectiveCookieName} from '@sanity/preview-url-secret/constants'
import {cookies} from 'next/headers'
import {apiRoute} from '#lib/server/http/api-route.ts'
import {SESSION_COOKIE} from '#lib/server/preview/session-token.ts'
import {leavePreview} from '#sanity/server/preview/preview-session.ts'

/** The path of the page with the form. Ignores the host, so that the redirect stays on this site. */
function pathOf(referer: string | null): string {
  const url = referer ? URL.parse(referer) : null
  return url && !url.pathname.startsWith('//') ? url.pathname : '/'
}

/**
 * Ends the preview session on the server, so that a copy of the cookie is useless. POST only, and only from
 * this site: neither a prefetch nor an image on a foreign page may end an editor's session.
 */
async function disableDraftMode(request: Request) {
  const site = request.headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') {
    return Response.json({message: 'Only this site may end its previews.'}, {status: 403})
  }
  const jar = await cookies()
  await leavePreview(jar.get(SESSION_COOKIE)?.value)
  jar.delete(SESSION_COOKIE)
  jar.delete(perspectiveCookieName)
  return new Response(null, {status: 303, headers: {location: pathOf(request.headers.get('referer'))}})
}

export const POST = apiRoute({name: 'draft-mode/disable', callsPerMinute: 120}, disableDraftMode)
