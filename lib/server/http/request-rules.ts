import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http'
import {isRevalidationRequest} from '../cache/on-demand-revalidation.ts'
import {brief} from '../cache/response-headers.ts'
import {nextCookies} from '../preview/next-cookies.ts'
import {SESSION_COOKIE} from '../preview/session-token.ts'
import {normalizePath} from './path-normalization.ts'

/** Only this server and its proxy may send these. Next would obey anyone. */
const internalHeaders = /^x-(?:invoke|matched|middleware|next|nextjs|now|prerender|vercel)-/
/** Of Next's client router and its server functions. Only previews use them. */
export const routerHeaders = /^(?:rsc$|next-)/

/** Cookies of previews. With any of them, proxy.ts decides. */
const previewCookie = new RegExp([SESSION_COOKIE, ...nextCookies].join('|'))

export const hasPreviewCookie = ({headers}: IncomingMessage): boolean =>
  headers.cookie !== undefined && previewCookie.test(headers.cookie)

/** The server's own request. One that came through a proxy is not, even with the build secret. */
export const isOwnRevalidation = ({headers}: IncomingMessage): boolean =>
  isRevalidationRequest(headers) && headers['x-forwarded-for'] === undefined

/** Removes what would change Next's answer, so that a path has one answer for every visitor. */
export function removeForgedHeaders({headers}: IncomingMessage, isPreview: boolean) {
  for (const name of Object.keys(headers))
    if (internalHeaders.test(name) || (!isPreview && routerHeaders.test(name))) delete headers[name]
}

/** Next would answer 405 without `Allow`, and 500 to TRACE. A test compares this with the routes. */
const writes = /^\/api\/(?:draft-mode\/disable|revalidate)$/

export const allowedMethods = (path: string) => (writes.test(path) ? ['POST'] : ['GET', 'HEAD'])

/** A client may write the whole address into the request line (RFC 9112, section 3.2.2). */
export function toOriginForm(request: IncomingMessage): IncomingMessage {
  const [origin] = /^https?:\/\/[^/?]*/i.exec(request.url ?? '') ?? []
  if (origin) request.url = request.url?.slice(origin.length).replace(/^(?!\/)/, '/')
  return request
}

type Refusal = {status: number; headers: OutgoingHttpHeaders; text: string}

/** Requests that Next would answer with an error, or with one page at several addresses. */
export function refusal(request: IncomingMessage, path: string): Refusal | undefined {
  const {method = '', url = ''} = request
  const allowed = allowedMethods(path)
  const isFromPreview = method === 'POST' && hasPreviewCookie(request) && !path.startsWith('/api/')
  if (!allowed.includes(method) && !isFromPreview)
    return {status: 405, headers: {allow: allowed.join(', ')}, text: 'Method not allowed'}
  const normal = url.startsWith('/') ? normalizePath(path) : undefined
  if (normal === undefined) return {status: 400, headers: {}, text: 'Bad request: the path can’t be decoded'}
  if (normal === path) return undefined
  const location = normal + url.slice(path.length)
  return {status: 308, headers: {location, 'cache-control': brief}, text: 'Moved'}
}
