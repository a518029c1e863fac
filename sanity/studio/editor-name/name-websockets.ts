/**
 * Adds the editor's name to WebSockets of the lake. The Studio opens the one for presence itself, and a browser
 * can't set headers on it.
 */
export function nameWebSockets(lakeUrl: string, name: string) {
  if (typeof window === 'undefined') return
  const {host} = new URL(lakeUrl)
  window.WebSocket = class extends window.WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const url = new URL(address)
      if (url.host === host) url.searchParams.set('userName', name)
      super(url, protocols)
    }
  }
}
