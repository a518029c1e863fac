import {listenOverWebSocket} from './listen-over-websocket.ts'

/** Lakes by project id. A Studio may have several workspaces. */
const lakes = new Map<string, string>()

const isRouted = Symbol.for('embedded-content-lake.routes-fetch')

/**
 * Where a request goes: another URL, nowhere (`undefined`), or where it went before.
 *
 * Parts of the Studio call Sanity's API by its public host name and ignore `apiHost`. Requests about a project
 * of a lake go to the lake. So do those about no project, which are about the user. Sanity's other hosts have
 * versions, news and telemetry; they are not called.
 */
function destination(url: URL): URL | undefined {
  if (!/(^|\.)sanity(-cdn)?\.(io|com|work)$/.test(url.hostname)) return url
  const [, project] = /^(?:(.+)\.)?api(?:cdn)?\.sanity\.io$/.exec(url.hostname) ?? []
  if (project !== undefined) {
    const lake = lakes.get(project)
    return lake === undefined ? url : new URL(url.pathname + url.search, lake)
  }
  const [first] = lakes.values()
  return /^api\.sanity\.io$/.test(url.hostname) ? new URL(url.pathname + url.search, first) : undefined
}

/** Copies a request to another URL. Reads the body first: Chromium streams it over HTTP/2 only. */
async function withUrl(request: Request, url: URL) {
  const {method, headers, signal} = request
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.blob()
  return new Request(url, {method, headers, signal, body})
}

const isListener = (url: URL) =>
  /^\/v[^/]+\/data\/listen\//.test(url.pathname) && [...lakes.values()].some((lake) => url.origin === lake)

/**
 * Replaces the page's `fetch`, once. `apiHost` alone is not enough for the Studio:
 * - It opens more listeners than the six connections that a browser allows for one host, so a new document would
 *   never be saved, without an error. Listeners use WebSockets, which do not count.
 * - It calls Sanity's hosts (`destination`).
 */
export function routeFetch(projectId: string, lakeUrl: string): void {
  lakes.set(projectId, new URL(lakeUrl).origin)
  // Configurations are also read by Node, for instance by `sanity schema extract`.
  if (!('document' in globalThis) || isRouted in globalThis.fetch) return
  const native = globalThis.fetch.bind(globalThis)
  const routed: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const requested = new URL(request.url)
    const url = destination(requested)
    if (!url) return Response.json({})
    const moved = url === requested ? request : await withUrl(request, url)
    return isListener(url) ? listenOverWebSocket(moved) : native(moved)
  }
  globalThis.fetch = Object.assign(routed, {[isRouted]: true})
}
