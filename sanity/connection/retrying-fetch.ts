import type {ClientConfig} from '@sanity/client'
import type {Connection} from './connection.ts'
import {resumingListener} from './resuming-listener.ts'

export type Fetch = ReturnType<NonNullable<ClientConfig['resolveFetch']>>
type Answer = Awaited<ReturnType<Fetch>>

/** Whether an origin responds at all. The page may not be allowed to read the response. */
export type IsReachable = (origin: string) => Promise<boolean>

/** Statuses of a server that starts or stops, and of a proxy that can't reach it. */
const unavailable = [502, 503, 504]

/**
 * A `fetch` for Sanity's client that retries during an outage. Without it, Sanity's panes fail at the first error:
 * the form shows a stack trace, and lists stay empty until a reload. With it, they only take longer.
 *
 * Retries reads and saved edits. The transaction id of an edit prevents that it is applied twice. Other writes
 * (publish, upload) fail at once: the editor decides whether to repeat them.
 */
export function createRetryingFetch(fetch: Fetch, connection: Connection, isReachable: IsReachable): Fetch {
  return (input, init) => {
    const url = new URL(input)
    const saving = isSaving(url)
    const attempt = (headers?: Record<string, string>) =>
      fetch(input, headers ? {...init, headers: {...headersOf(init?.headers), ...headers}} : init)
    const repeated = (headers?: Record<string, string>) =>
      fetchWithRetries(() => attempt(headers), {
        saving,
        signal: init?.signal,
        connection,
        isReachable: () => isReachable(url.origin),
      })

    if (isResumable(url)) return resumingListener(repeated, connection, init?.signal)
    if (saving) return repeated().then((answer) => asSaved(answer, init?.body))
    return isRead(url, init?.method) ? repeated() : attempt()
  }
}

const isRead = ({pathname}: URL, method = 'GET') =>
  method === 'GET' || method === 'HEAD' || pathname.includes('/data/query/')

/** Sanity's document store sets this tag on the edits that it saves. */
const isSaving = ({searchParams}: URL) => /(^|\.)document\.commit$/.test(searchParams.get('tag') ?? '')

const isResumable = ({pathname, searchParams}: URL) =>
  pathname.includes('/data/listen/') && searchParams.get('enableResume') === 'true'

/** A conflict on our own transaction id: an earlier attempt was applied, but its response got lost. */
async function asSaved(answer: Answer, body: unknown): Promise<Answer> {
  if (answer.status !== 409) return answer
  const refusal = await answer.text()
  const {transactionId} = JSON.parse(String(body))
  return refusal.includes(transactionId)
    ? Response.json({transactionId, results: []})
    : new Response(refusal, {status: 409, headers: {'content-type': 'application/json'}})
}

const headersOf = (headers: HeadersInit | undefined) => Object.fromEntries(new Headers(headers))

type RetryOptions = {
  saving: boolean
  signal: AbortSignal | undefined
  connection: Connection
  isReachable: () => Promise<boolean>
}

async function fetchWithRetries(attempt: () => Promise<Answer>, options: RetryOptions): Promise<Answer> {
  const {saving, signal, connection, isReachable} = options
  const answered = (answer: Answer) => {
    if (unavailable.includes(answer.status)) return undefined
    connection.reached()
    return answer
  }
  /** The response, or undefined when another attempt is needed. */
  const tried = async () => {
    try {
      return answered(await attempt())
    } catch (error) {
      if (signal?.aborted) throw error
      if (connection.hasBeenReached || !(await isReachable())) return undefined
      // Either this site's origin is not allowed, which Sanity explains and no retry changes, or the lake has started
      // since the first attempt. A second attempt tells the two apart.
      return answered(await attempt())
    }
  }
  const first = await tried()
  if (first) return first
  return connection.waiting(saving, async () => {
    for (;;) {
      await connection.nextAttempt(signal)
      const answer = await tried()
      if (answer) return answer
    }
  })
}
