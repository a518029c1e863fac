/**
 * Opens a listener over a WebSocket. The lake sends the same event-stream text in frames that it would stream
 * over HTTP. The result looks like the HTTP response.
 */
export function listenOverWebSocket({url: requestUrl, headers, signal}: Request): Promise<Response> {
  const url = new URL(requestUrl)
  const address = new URL(url)
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  // A browser can't set headers on a WebSocket. The lake also reads the id from the query string.
  const lastEventId = headers.get('last-event-id')
  if (lastEventId) address.searchParams.set('lastEventId', lastEventId)
  const socket = new WebSocket(address)
  const text = new TextEncoder()
  let open = true

  return new Promise((resolve, reject) => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        socket.addEventListener('message', ({data}) => controller.enqueue(text.encode(data)))
        socket.addEventListener('close', () => {
          if (open) controller.close()
          // The same error as `fetch` for a refused connection. The caller retries.
          reject(new TypeError(`No listener at ${url.origin}: is the lake running?`))
        })
        signal.addEventListener('abort', () => {
          if (open) controller.error(signal.reason)
          open = false
          socket.close()
          reject(signal.reason)
        })
      },
      cancel() {
        open = false
        socket.close()
      },
    })
    socket.addEventListener('open', () =>
      resolve(new Response(stream, {headers: {'content-type': 'text/event-stream'}})),
    )
  })
}
