import {listenOverWebSocket} from './listen-over-websocket.ts'

const isLoopback = (url: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
const isSanityApi = (url: URL) => /(^|\.)api\.sanity\.io$/.test(url.hostname)

/** Copies a request to another URL. Reads the body first: Chromium streams it over HTTP/2 only. */
async function withUrl(request: Request, url: URL) {
  const {method, headers, signal} = request
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.blob()
  return new Request(url, {method, headers, signal, body})
}

/**
 * Replaces `window.fetch` on the Studio's page, once. `apiHost` alone is not enough for the embedded lake:
 * - The Studio opens more listeners than the six connections that a browser allows for one host, so saves
 *   would wait for ever. Listeners use WebSockets, which do not count.
 * - Some parts of the Studio call Sanity's API by its public host name. Those requests go to the lake.
 * - The Studio asks other hosts for new versions and news. Those requests get an empty answer: nothing leaves
 *   the machine.
 */
export function restrictFetchToLoopback(lakeUrl: string) {
  if (typeof window === 'undefined' || 'isLoopbackOnly' in window.fetch) return
  const native = window.fetch.bind(window)
  const local: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const requestUrl = new URL(request.url)
    const url = isSanityApi(requestUrl)
      ? new URL(requestUrl.pathname + requestUrl.search, lakeUrl)
      : requestUrl
    if (!isLoopback(url)) return Response.json({})
    const routed = url === requestUrl ? request : await withUrl(request, url)
    return url.pathname.includes('/data/listen/') ? listenOverWebSocket(routed) : native(routed)
  }
  window.fetch = Object.assign(local, {isLoopbackOnly: true})
}
