import type {Connection} from './connection.ts'
import type {Fetch} from './retrying-fetch.ts'

type Answer = Awaited<ReturnType<Fetch>>

/**
 * One stream of events over several connections. When its listener disconnects, Sanity makes the form read-only and
 * drops the keys that are typed. This listener reconnects and resumes, and Sanity does not notice.
 *
 * @param connect retries until it is connected. The header `last-event-id` asks for the events after that one.
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
      // If the lake can't resume, Sanity reads the document again and drops unsaved edits. So save them first.
      await connection.saved(signal)
    }
    // A permanent refusal. Sanity's client reconnects itself and gets the error.
    controller.close()
  }
}

/** Passes on complete events only. A partial event at the end of a broken connection would be malformed. */
async function eachEvents(body: ReadableStream<Uint8Array>, tell: (events: string) => void) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    // A broken connection counts as ended.
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
