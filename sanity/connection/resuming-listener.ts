import type {Connection} from './connection.ts'
import type {Fetch} from './patient-fetch.ts'

type Answer = Awaited<ReturnType<Fetch>>

/**
 * One stream of events over as many connections as it takes. Sanity makes the form read-only the moment its listener
 * breaks off, and swallows the keys that are pressed; this listener takes up where it stopped, unseen.
 *
 * @param connect waits until there is a connection, and asks for what came after the event with that id.
 */
export async function resumingListener(
  connect: (headers?: Record<string, string>) => Promise<Answer>,
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const first = await connect()
  if (!first.ok || !first.body) return first
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      follow(first, controller).catch((error: unknown) => controller.error(error))
    },
  })
  return new Response(stream, {headers: {'content-type': 'text/event-stream'}})

  async function follow(answer: Answer, controller: ReadableStreamDefaultController<Uint8Array>) {
    let lastEventId: string | undefined
    let current = answer
    while (current.ok && current.body) {
      await eachEvents(current.body, (events) => {
        lastEventId = lastIdIn(events) ?? lastEventId
        controller.enqueue(new TextEncoder().encode(events))
      })
      signal?.throwIfAborted()
      current = await connect(lastEventId ? {'last-event-id': lastEventId} : undefined)
      // One that could not resume makes Sanity read the document again, and forget an edit that was not saved yet.
      await connection.saved(signal)
    }
    // What refuses the listener for good is told to the next connection, which Sanity's client makes itself.
    controller.close()
  }
}

/** Passes on whole events only: half of one, at the end of a broken connection, would be read as malformed. */
async function eachEvents(body: ReadableStream<Uint8Array>, tell: (events: string) => void) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    // A connection that breaks off is one that has ended.
    const {done, value} = await reader.read().catch(() => ({done: true, value: undefined}))
    if (done) return
    text += decoder.decode(value, {stream: true})
    const end = Math.max(text.lastIndexOf('\n\n') + 2, text.lastIndexOf('\n\r\n') + 3)
    if (end < 3) continue
    tell(text.slice(0, end))
    text = text.slice(end)
  }
}

const lastIdIn = (events: string): string | undefined =>
  events
    .match(/(?<=^id: ?)\S.*$/gm)
    ?.at(-1)
    ?.trim()
