import {listenOverWebSocket} from './listen-over-websocket.ts'

const isLoopback = (url: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
const isSanityApi = (url: URL) => /(^|\.)api\.sanity\.io$/.test(url.hostname)

/** The same request to another address. Its body is read first: Chromium streams bodies over HTTP/2 only. */
async function readdress(request: Request, url: URL) {
  const {method, headers, signal} = request
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.blob()
  return new Request(url, {method, headers, signal, body})
}

/**
 * Three things the Studio does with `fetch` don't suit a lake on this machine, whatever `apiHost` says:
 * - it opens more listeners than the six connections a browser allows a host, so that saves would wait for ever:
 *   they go over WebSockets, which are not counted;
 * - some of its parts call Sanity's API by its public name: they are led to the lake;
 * - it asks for newer versions and news: nothing leaves the machine, they learn that there are none.
 *
 * Replaces `window.fetch` for the Studio's page only, once.
 */
export function keepFetchOnThisMachine(lakeUrl: string) {
  if (typeof window === 'undefined' || 'staysOnThisMachine' in window.fetch) return
  const native = window.fetch.bind(window)
  const local: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const asked = new URL(request.url)
    const url = isSanityApi(asked) ? new URL(asked.pathname + asked.search, lakeUrl) : asked
    if (!isLoopback(url)) return Response.json({})
    const led = url === asked ? request : await readdress(request, url)
    return url.pathname.includes('/data/listen/') ? listenOverWebSocket(led) : native(led)
  }
  window.fetch = Object.assign(local, {staysOnThisMachine: true})
}
