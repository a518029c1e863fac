import {urlSearchParamPreviewPathname, validatePreviewUrl} from '@sanity/preview-url-secret'
import {perspectiveCookieName, urlSearchParamPreviewSecret} from '@sanity/preview-url-secret/constants'
import {cookies} from 'next/headers'
import {config} from '#lib/server/config.ts'
import {apiRoute} from '#lib/server/http/api-route.ts'
import {logError} from '#lib/server/observability/log.ts'
import {SESSION_COOKIE} from '#lib/server/preview/session-token.ts'
import {client} from '#sanity/server/client.ts'
import {findPreviewSecret} from '#sanity/server/preview/preview-secret.ts'
import {openPreview} from '#sanity/server/preview/preview-session.ts'
import {readToken} from '#sanity/server/token.ts'

const reader = readToken ? client.withConfig({token: readToken}) : undefined

const refuse = (status: number, message: string) =>
  Response.json({message}, {status, headers: {'cache-control': 'no-store'}})

/** Whether a redirect to the path stays on this site. A browser reads `/..//host` as another host. */
function isOnThisSite(path: string | null) {
  const url = path === null ? null : URL.parse(path, 'http://localhost')
  return path === null || (url?.origin === 'http://localhost' && !url.pathname.startsWith('//'))
}

/**
 * `SameSite=Lax` is enough: the Studio has the same origin, and no other site may frame this one
 * (`frame-ancestors`).
 */
const cookieAttributes = (expires: number) => ({
  httpOnly: true,
  path: '/',
  sameSite: 'lax' as const,
  secure: config.siteUrl.startsWith('https:'),
  maxAge: Math.ceil((expires - Date.now()) / 1000),
})

/**
 * The Presentation tool opens this with a secret that it has just written to the dataset; a shared preview
 * link has a secret too. Starts our own preview session: Next's draft mode cookie has the same value for all
 * editors and can't be ended (docs/decisions/036).
 */
async function enableDraftMode(request: Request, requestId: string) {
  if (!reader) return refuse(503, 'SANITY_API_READ_TOKEN is not set: previews are disabled.')
  const {searchParams} = new URL(request.url)
  if (!isOnThisSite(searchParams.get(urlSearchParamPreviewPathname)))
    return refuse(400, 'A preview shows pages of this site only.')
  const secret = searchParams.get(urlSearchParamPreviewSecret)
  if (!secret) return refuse(401, 'The preview secret is missing.')
  try {
    const found = await findPreviewSecret(reader, secret)
    if (!found) return refuse(401, 'The preview secret is not valid or has expired.')
    if (found.expires <= Date.now())
      return refuse(
        410,
        'Platnost odkazu na náhled skončila: požádejte o nový (v náhledu sdílení vypnout a zase zapnout). / ' +
          'This preview link has expired: ask for a new one (in the preview, turn sharing off and on again).',
      )
    const preview = await validatePreviewUrl(reader, request.url)
    if (!preview.isValid) return refuse(401, 'The preview secret is not valid or has expired.')

    const jar = await cookies()
    const attributes = cookieAttributes(found.expires)
    jar.set(SESSION_COOKIE, await openPreview(found, jar.get(SESSION_COOKIE)?.value), attributes)
    if (preview.studioPreviewPerspective)
      jar.set(perspectiveCookieName, preview.studioPreviewPerspective, attributes)
    const location = preview.redirectTo ?? '/'
    return new Response(null, {status: 307, headers: {location, 'cache-control': 'no-store'}})
  } catch (error) {
    logError('The CMS failed while a preview secret was checked', error, {requestId})
    return refuse(503, 'The CMS does not answer: try again in a moment.')
  }
}

/** Limited, because each call with a secret queries the CMS with the read token. */
export const GET = apiRoute({name: 'draft-mode/enable', callsPerMinute: 120}, enableDraftMode)
