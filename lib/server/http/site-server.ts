import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {LRUCache} from 'lru-cache'
import onHeaders from 'on-headers'
import pLimit from 'p-limit'
import {isRevalidationRequest} from '../cache/on-demand-revalidation.ts'
import {logError} from '../observability/log.ts'
import {metrics} from '../observability/metrics.ts'
import {CachedResponse} from '../response-cache/cached-response.ts'
import {CapturedResponse} from '../response-cache/captured-response.ts'
import type {ResponseCache} from '../response-cache/response-cache.ts'
import {hasPreviewCookie, refusal, removeForgedHeaders} from './request-rules.ts'
import {correctAnswer} from './response-rules.ts'

/**
 * Addresses that never had an answer share these turns, so that a flood of them leaves processor time for
 * pages. Rendering one takes up to 35 ms.
 */
const UNKNOWN_IN_PARALLEL = 4
const UNKNOWN_WAITING = 100
/** Addresses that had an answer. They don't wait. */
const KNOWN_PATHS = 10_000

/** Longer than nginx keeps an idle connection (60 s), so that no request meets a connection being closed. */
const KEEP_ALIVE_MS = 65_000

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type Settings = {
  /** Next's request handler. */
  handle: Handler
  cache: ResponseCache
  trustForwarded: (request: IncomingMessage) => void
}

/**
 * The HTTP server of the site: finished responses from memory, everything else from Next. See
 * docs/decisions/049-a-response-cache-in-front-of-next.md.
 */
export function createSiteServer({handle, cache, trustForwarded}: Settings): Server {
  const known = new LRUCache<string, true>({max: KNOWN_PATHS})
  const unknownTurn = pLimit(UNKNOWN_IN_PARALLEL)

  /** Next's answer, sent as it comes: previews, uploads, files, API routes. */
  async function passOn(request: IncomingMessage, response: ServerResponse, path: string) {
    onHeaders(response, () => {
      const {status, headers} = correctAnswer(path, {
        status: response.statusCode,
        headers: response.getHeaders(),
      })
      response.statusCode = status
      for (const name of response.getHeaderNames())
        if (headers[name] === undefined) response.removeHeader(name)
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) response.setHeader(name, value)
    })
    await handle(request, response)
  }

  /** Next's whole answer. Stored if Next calls it a cache hit, which depends on nothing but the path. */
  async function capture(request: IncomingMessage, path: string): Promise<CachedResponse> {
    const {generation} = cache
    // Next must answer with the whole page. It is compressed and compared with the client's copy here.
    const {
      'accept-encoding': _encoding,
      'if-none-match': _etag,
      'if-modified-since': _since,
      range: _range,
      ...rest
    } = request.headers
    const captured = new CapturedResponse(request)
    const client = {headers: request.headers, url: request.url}
    request.headers = rest
    // Next decodes a path twice (16.3.5): `50%25` would fail, and `%2563s` would be `/cs` at another address.
    request.url = path.replaceAll('%25', '%2525') + (request.url ?? '').slice(path.length)
    await handle(request, captured)
    const body = await captured.body
    Object.assign(request, client)
    const {status, headers} = correctAnswer(path, {
      status: captured.statusCode,
      headers: captured.getHeaders(),
    })
    const answer = new CachedResponse(status, headers, body)
    if (status < 400) known.set(path, true)
    if (status === 200 && headers['x-nextjs-cache'] === 'HIT' && !headers['set-cookie'])
      cache.set(path, answer, generation)
    return answer
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const {url = '/', method} = request
    const query = url.indexOf('?')
    const path = query < 0 ? url : url.slice(0, query)
    const isPreview = hasPreviewCookie(request)
    const isVisit = (method === 'GET' || method === 'HEAD') && !isPreview
    const isRevalidation = isRevalidationRequest(request.headers)
    const cached = isVisit && !isRevalidation ? cache.get(path) : undefined
    if (cached) {
      metrics.responsesFromCache++
      return cached.send(request, response)
    }
    const refused = refusal(request, path)
    if (refused) {
      response.writeHead(refused.status, {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...refused.headers,
      })
      response.end(refused.text)
      return
    }
    removeForgedHeaders(request, isPreview)
    trustForwarded(request)
    if (!isVisit || isRevalidation || method === 'HEAD' || /^\/(?:_next|api|images)\//.test(path))
      return passOn(request, response, path)
    if (known.has(path)) return (await capture(request, path)).send(request, response)
    if (unknownTurn.pendingCount >= UNKNOWN_WAITING) {
      metrics.requestsRefused++
      response.writeHead(503, {'retry-after': '1', 'cache-control': 'no-store'}).end('Too many requests')
      return
    }
    const captured = await unknownTurn(() => capture(request, path))
    await captured.send(request, response)
  }

  return createServer(
    // Without the first, Next would close connections that ask for another protocol. We have none.
    {shouldUpgradeCallback: () => false, keepAliveTimeout: KEEP_ALIVE_MS},
    (request, response) => {
      void answer(request, response).catch((error: unknown) => {
        logError('A request failed', error, {method: request.method, path: request.url})
        if (response.headersSent) response.destroy()
        else response.writeHead(500, {'cache-control': 'no-store'}).end('Internal server error')
      })
    },
  )
}
