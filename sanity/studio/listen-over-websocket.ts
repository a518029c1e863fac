/**
 * A listener's event stream, carried by a WebSocket: the lake answers an upgrade on a listen address with the same
 * text, frame by frame, that it would stream over HTTP. Looks to the caller like the HTTP answer.
 */
export function listenOverWebSocket({url: asked, headers, signal}: Request): Promise<Response> {
  const url = new URL(asked)
  const address = new URL(url)
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  // A browser can't set headers on a WebSocket; the lake takes the last event's id in the address, too.
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
          // What a refused connection is to `fetch`; the caller's own retry takes over.
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
