import type {OutgoingHttpHeaders} from 'node:http'
import {brief} from '../cache/response-headers.ts'
import {statusOfErrorPage} from './error-pages.ts'
import {routerHeaders} from './request-rules.ts'
import {nextPolicy, visitorPolicy} from './security-headers.ts'

type Answer = {status: number; headers: OutgoingHttpHeaders}

/**
 * Corrects what Next sends (16.4.6):
 * - A redirect that renders for the first time has its `Location` twice. Clients join the two.
 * - A 404 may be cached for a year, although its address may get a page at any time, and a failed request for as long as its page.
 * - A page that is being revalidated (STALE) may be cached like a fresh one.
 * - Pages vary by headers of Next's router, which ./request-rules.ts removes.
 * - The policy of pages allows Next's scripts, which ./visitor-document.ts removes. The Studio, uploads and
 *   previews have policies of their own.
 * - The text of the error pages has status 200 at its own address.
 */
export function correctAnswer(path: string, {status, headers}: Answer): Answer {
  const {'x-nextjs-prerender': _prerender, 'x-nextjs-stale-time': _staleTime, ...corrected} = headers
  if (corrected.vary !== undefined) corrected.vary = varyOf(String(corrected.vary))
  if (corrected['content-security-policy'] === nextPolicy)
    corrected['content-security-policy'] = visitorPolicy
  if (Array.isArray(corrected.location)) corrected.location = String(corrected.location[0])
  const found = status === 200 ? (statusOfErrorPage(path) ?? status) : status
  if (found >= 500) corrected['cache-control'] = 'no-store'
  else if (found >= 400 && !isPrivate(corrected)) corrected['cache-control'] = brief
  else if (corrected['x-nextjs-cache'] === 'STALE')
    corrected['cache-control'] = 'public, max-age=0, must-revalidate'
  return {status: found, headers: corrected}
}

function varyOf(value: string): string | undefined {
  const names = value.toLowerCase().split(/, */)
  const kept = [...new Set(names)].filter((name) => !routerHeaders.test(name))
  return kept.length > 0 ? kept.join(', ') : undefined
}

const isPrivate = (headers: OutgoingHttpHeaders) => /private|no-store/.test(String(headers['cache-control']))
