import {type NextRequest, NextResponse} from 'next/server'
import {isLocale} from '#lib/i18n/locales.ts'
import {buildSecret} from '#lib/server/cache/build-secret.ts'
import {config as environment} from '#lib/server/config.ts'
import {previewPolicy} from '#lib/server/http/security-headers.ts'
import {logError} from '#lib/server/observability/log.ts'
import {noticePage} from '#lib/server/preview/notice.ts'
import {isPreviewPage} from '#lib/server/preview/preview-page.ts'
import {SESSION_COOKIE} from '#lib/server/preview/session-token.ts'
import {stateOfPreview} from '#sanity/server/preview/preview-session.ts'

/**
 * Decides who is in a preview (docs/decisions/036). Runs only for requests that bring a cookie which has to do with previews,
 * wherever it stands among the others: visitors' requests have none.
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

const DRAFT_COOKIE = '__prerender_bypass'
/** Next's own cookies: from a browser they never count, whatever their value. */
const nextsCookies = [DRAFT_COOKIE, '__next_preview_data']

const RETRY_SECONDS = 5

const policy = previewPolicy({...environment, development: environment.isDevelopment})

/** Next's build secret; `next dev` takes any value for it. */
const draftValue = buildSecret ?? (environment.isDevelopment ? 'development' : undefined)

/** The answer takes cookies away, so no cache may keep it for others. */
function forget(response: NextResponse, cookies: string[]): NextResponse {
  if (cookies.length === 0) return response
  for (const name of cookies) response.cookies.set({name, value: '', path: '/', maxAge: 0, httpOnly: true})
  response.headers.set('cache-control', 'private, no-store')
  return response
}

function notice(kind: 'ended' | 'unanswered', {nextUrl}: NextRequest): NextResponse {
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
  const stale = nextsCookies.filter((name) => request.cookies.has(name))
  request.cookies.delete(nextsCookies)
  const passOn = () => NextResponse.next({request: {headers: request.headers}})

  const token = request.cookies.get(SESSION_COOKIE)?.value
  if (token === undefined || !isPreviewPage(request.nextUrl.pathname)) return forget(passOn(), stale)

  const state = await stateOfPreview(token)
  if (state === 'unanswered') return notice(state, request)
  if (state === 'ended') return forget(notice(state, request), [...stale, SESSION_COOKIE])
  if (state === 'forged') return forget(passOn(), [...stale, SESSION_COOKIE])
  if (!draftValue) {
    logError('The preview stays closed: .next/prerender-manifest.json can’t be read')
    return notice('unanswered', request)
  }
  request.cookies.set(DRAFT_COOKIE, draftValue)
  const response = forget(passOn(), stale)
  if (policy) response.headers.set('content-security-policy', policy)
  return response
}
