import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import {LRUCache} from 'lru-cache'
import onHeaders from 'on-headers'
import pLimit from 'p-limit'
import {logError} from '../observability/log.ts'
import {metrics} from '../observability/metrics.ts'
import {CachedResponse} from '../response-cache/cached-response.ts'
import type {ResponseCache} from '../response-cache/response-cache.ts'
import {type Answer, captureAnswer, type NextHandler} from './captured-answer.ts'
import {errorPagePath, hasErrorPage, negotiatedHeaders} from './error-pages.ts'
import {
  hasPreviewCookie,
  isOwnRevalidation,
  refusal,
  removeForgedHeaders,
  toOriginForm,
} from './request-rules.ts'
import {correctAnswer} from './response-rules.ts'
import {stalePages} from './stale-pages.ts'

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

/** For the headers, and for the whole request: the largest body is a webhook of 64 kB. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000

/** Files of the build, API routes and pictures: none of them is in Next's cache. */
const mayBeStored = (path: string) => !/^\/(?:_next|api|images)\//.test(path)

type Text = {status: number; headers?: OutgoingHttpHeaders; text?: string}

function sendText(response: ServerResponse, {status, headers = {}, text = ''}: Text) {
  const always = {'cache-control': 'no-store', 'x-content-type-options': 'nosniff'}
  const type = text && {'content-type': 'text/plain; charset=utf-8'}
  response.writeHead(status, {...always, ...(type || {}), ...headers}).end(text)
}

/** `isForEveryone`: it depends on nothing but the path. */
type Rendered = {response: CachedResponse; isForEveryone: boolean}

type Settings = {
  /** Next's request handler. */
  handle: NextHandler
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
  const rendering = new Map<string, Promise<Rendered | undefined>>()
  const freshPage = stalePages<Answer>()

  /** Next's answer, sent as it comes: previews, uploads, files, API routes, revalidations. */
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

  /** From memory or from Next, which may be rendering a stale page again. */
  async function render(request: IncomingMessage, path: string): Promise<Rendered> {
    const response = cache.get(path)
    if (response) return {response, isForEveryone: true}
    const {generation} = cache
    const ask = () => captureAnswer(handle, request, path)
    let answer = await ask()
    // Just after a publish the webhook revalidates the pages that were requested before.
    const isBeingRevalidated = answer.isStale && known.has(path) && cache.isJustPublished
    if (answer.isStale && !isBeingRevalidated) answer = (await freshPage(ask)) ?? answer
    if (answer.status < 400) known.set(path, true)
    const rendered = new CachedResponse(answer.status, answer.headers, answer.body)
    if (answer.isHit) cache.set(path, rendered, generation)
    else if (isBeingRevalidated) cache.setOutdated(path, rendered)
    if (hasErrorPage(path, answer)) return render(request, errorPagePath(request, path, answer.status))
    return {response: rendered, isForEveryone: answer.isHit || answer.isStale}
  }

  /** Renders an address that had no answer yet. A flood of them may not delay the others. */
  async function renderUnknown(request: IncomingMessage, path: string): Promise<Rendered | undefined> {
    if (unknownTurn.pendingCount < UNKNOWN_WAITING) return unknownTurn(() => render(request, path))
    metrics.requestsRefused++
    return undefined
  }

  /** Visitors who request the same path at the same time share one request to Next. After a publish there is a new one. */
  async function renderOnce(request: IncomingMessage, path: string): Promise<CachedResponse | undefined> {
    const key = `${cache.generation} ${path}`
    const others = await rendering.get(key)
    if (others?.isForEveryone) return others.response
    const own = (known.has(path) ? render : renderUnknown)(request, path)
    rendering.set(key, own)
    try {
      return (await own)?.response
    } finally {
      if (rendering.get(key) === own) rendering.delete(key)
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const {url = '/', method} = toOriginForm(request)
    const path = url.split('?', 1)[0] ?? url
    const isPreview = hasPreviewCookie(request)
    const isRevalidation = isOwnRevalidation(request)
    const isVisit = (method === 'GET' || method === 'HEAD') && !isPreview && !isRevalidation
    const cached = isVisit ? cache.get(path) : undefined
    if (cached) {
      metrics.responsesFromCache++
      return cached.send(request, response)
    }

    const refused = refusal(request, path)
    if (refused) return sendText(response, refused)
    // Next would log an error for a page that it has not rendered yet.
    if (isRevalidation && !known.has(path)) return sendText(response, {status: 204})
    if (!isRevalidation) removeForgedHeaders(request, isPreview)
    else onHeaders(response, () => cache.delete(path))
    trustForwarded(request)
    if (!isVisit || !mayBeStored(path)) return passOn(request, response, path)

    const rendered = await renderOnce(request, path)
    if (rendered) return rendered.send(request, response, negotiatedHeaders(path, rendered.status))
    sendText(response, {status: 503, headers: {'retry-after': '1'}, text: 'Too many requests'})
  }

  return createServer(
    // Without the first, Next would close connections that ask for another protocol. We have none.
    {
      shouldUpgradeCallback: () => false,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
    },
    (request, response) => {
      void answer(request, response).catch((error: unknown) => {
        logError('A request failed', error, {method: request.method, path: request.url})
        if (response.headersSent) response.destroy()
        else sendText(response, {status: 500, text: 'Internal server error'})
      })
    },
  )
}
