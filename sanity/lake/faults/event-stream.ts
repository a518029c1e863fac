/**
 * A listener that remembers its position, as browsers do: `open` with another URL continues after the last
 * complete event.
 */
export function createEventStream() {
  const ids: string[] = []
  let lastEventId: string | undefined
  let greeting: string | undefined

  return {
    /** Ids of the received events, in order. */
    ids,
    greeting: () => greeting,

    /** Resolves after the first event. `closed` resolves when the lake has exited or `close` was called. */
    async open(address: string, authorization: string) {
      const abort = new AbortController()
      const response = await fetch(address, {
        headers: {authorization, ...(lastEventId && {'last-event-id': lastEventId})},
        signal: abort.signal,
      })
      const isOpen = Promise.withResolvers<void>()
      greeting = undefined
      const closed = (async () => {
        const decoder = new TextDecoder()
        let text = ''
        for await (const chunk of response.body ?? []) {
          text += decoder.decode(chunk, {stream: true})
          const blocks = text.split('\n\n')
          text = blocks.pop() ?? ''
          for (const block of blocks) {
            const name = /^event: (.*)$/m.exec(block)?.[1]
            const id = /^id: (.*)$/m.exec(block)?.[1]
            if (id) {
              ids.push(id)
              lastEventId = id
            } else if (name) greeting ??= name
            isOpen.resolve()
          }
        }
      })().catch(() => undefined)
      await isOpen.promise
      return {closed, close: () => abort.abort()}
    },
  }
}

export type EventStream = ReturnType<typeof createEventStream>
