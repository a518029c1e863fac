import {listenOverWebSocket} from './listen-over-websocket.ts'

const isLoopback = (url: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
const isSanityApi = (url: URL) => /(^|\.)api\.sanity\.io$/.test(url.hostname)

/**
 * Three things the Studio does with `fetch` don't suit a lake on this machine, whatever `apiHost` says:
 * - it opens more listeners than the six connections a browser allows a host, so that saves would wait for ever:
 *   they go over WebSockets, which are not counted;
 * - some of its parts call Sanity's API by its public name: they are led to the lake;
 * - it asks for newer versions and news: nothing leaves the machine, they get an empty "not found".
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
    if (!isLoopback(url)) return new Response(null, {status: 404, statusText: 'Nothing leaves this machine'})
    if (url.pathname.includes('/data/listen/')) return listenOverWebSocket(url, request.signal)
    return native(url === asked ? request : new Request(url, request))
  }
  window.fetch = Object.assign(local, {staysOnThisMachine: true})
}
