/**
 * A listener that remembers where it was, as browsers do: `open` again with another address goes on after
 * the last event that arrived whole.
 */
export function createEventStream() {
  const ids: string[] = []
  let lastEventId: string | undefined
  let greeting: string | undefined

  return {
    /** Ids of the events that arrived, in order. */
    ids,
    greeting: () => greeting,

    /** Resolves when the greeting has arrived; `closed` resolves when the lake is gone or `close` is called. */
    async open(address: string, authorization: string) {
      const abort = new AbortController()
      const response = await fetch(address, {
        headers: {authorization, ...(lastEventId && {'last-event-id': lastEventId})},
        signal: abort.signal,
      })
      const greeted = Promise.withResolvers<void>()
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
            greeted.resolve()
          }
        }
      })().catch(() => undefined)
      await greeted.promise
      return {closed, close: () => abort.abort()}
    },
  }
}

export type EventStream = ReturnType<typeof createEventStream>
