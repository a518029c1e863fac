import {type NextRequest, NextResponse} from 'next/server'
import {isLocale} from '#lib/i18n/locales.ts'
import {buildSecret} from '#lib/server/cache/build-secret.ts'
import {config as environment} from '#lib/server/config.ts'
import {previewPolicy} from '#lib/server/http/security-headers.ts'
import {logError} from '#lib/server/observability/log.ts'
import {DRAFT_COOKIE, nextCookies} from '#lib/server/preview/next-cookies.ts'
import {noticePage} from '#lib/server/preview/notice.ts'
import {isPreviewPage} from '#lib/server/preview/preview-page.ts'
import {SESSION_COOKIE} from '#lib/server/preview/session-token.ts'
import {stateOfPreview} from '#sanity/server/preview/preview-session.ts'

/**
 * Checks preview sessions (docs/decisions/036). Runs only for requests with a preview cookie, in any position
 * of the `cookie` header. Visitors' requests have none.
 */
export const config = {
  matcher: [
    {
      source: '/(.*)',
      has: [
        {
          type: 'header',
          key: 'cookie',
          value: '.*(?:preview_session|__prerender_bypass|__next_preview_data).*',
        },
      ],
    },
  ],
}

const RETRY_SECONDS = 5

const policy = previewPolicy(environment)

/** The value of Next's draft cookie: the build secret. `next dev` accepts any value. */
const draftCookieValue = buildSecret ?? (environment.isDevelopment ? 'development' : undefined)

/** Deletes cookies in the browser. Such a response is for one browser, so no cache may store it. */
function deleteCookies(response: NextResponse, cookies: string[]): NextResponse {
  if (cookies.length === 0) return response
  for (const name of cookies) response.cookies.set({name, value: '', path: '/', maxAge: 0, httpOnly: true})
  response.headers.set('cache-control', 'private, no-store')
  return response
}

function noticeResponse(kind: 'ended' | 'unanswered', {nextUrl}: NextRequest): NextResponse {
  const locale = nextUrl.pathname.split('/')[1]
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    ...(kind === 'unanswered' && {refresh: `${RETRY_SECONDS}`, 'retry-after': `${RETRY_SECONDS}`}),
  }
  const body = noticePage(kind, isLocale(locale) ? locale : 'cs')
  return new NextResponse(body, {status: kind === 'ended' ? 410 : 503, headers})
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const unwanted = nextCookies.filter((name) => request.cookies.has(name))
  request.cookies.delete(nextCookies)
  const continueRequest = () => NextResponse.next({request: {headers: request.headers}})

  const token = request.cookies.get(SESSION_COOKIE)?.value
  if (token === undefined || !isPreviewPage(request.nextUrl.pathname))
    return deleteCookies(continueRequest(), unwanted)

  const state = await stateOfPreview(token)
  if (state === 'unanswered') return noticeResponse(state, request)
  if (state === 'ended') return deleteCookies(noticeResponse(state, request), [...unwanted, SESSION_COOKIE])
  if (state === 'forged') return deleteCookies(continueRequest(), [...unwanted, SESSION_COOKIE])
  if (!draftCookieValue) {
    logError('No preview: .next/prerender-manifest.json can’t be read. On Vercel, set NEXT_ENABLE_ADAPTER=1')
    return noticeResponse('unanswered', request)
  }
  request.cookies.set(DRAFT_COOKIE, draftCookieValue)
  const response = deleteCookies(continueRequest(), unwanted)
  if (policy) response.headers.set('content-security-policy', policy)
  return response
}
