import type {ClientConfig} from '@sanity/client'
import type {Connection} from './connection.ts'
import {resumingListener} from './resuming-listener.ts'

export type Fetch = ReturnType<NonNullable<ClientConfig['resolveFetch']>>
type Answer = Awaited<ReturnType<Fetch>>

/** Whether something answers at an origin, though this page may not read what. */
export type IsThere = (origin: string) => Promise<boolean>

/** What a server says that is starting or stopping, and a proxy that can't reach it. */
const unavailable = [502, 503, 504]

/**
 * A `fetch` for Sanity's client that waits out an outage instead of failing. Sanity's panes give up at the first
 * error: the form gives way to a stack trace, and lists stay dead until a reload. With this they only take longer.
 *
 * Repeated are reads and the saving of edits, whose transaction id keeps them from being applied twice. Other writes
 * (publish, upload) fail at once: whether to repeat those is for the editor to say.
 */
export function patientFetch(fetch: Fetch, connection: Connection, isThere: IsThere): Fetch {
  return (input, init) => {
    const url = new URL(input)
    const saving = isSaving(url)
    const attempt = (headers?: Record<string, string>) =>
      fetch(input, headers ? {...init, headers: {...headersOf(init?.headers), ...headers}} : init)
    const repeated = (headers?: Record<string, string>) =>
      untilAnswered(() => attempt(headers), {
        saving,
        signal: init?.signal,
        connection,
        refusesUs: () => isThere(url.origin),
      })

    if (isResumable(url)) return resumingListener(repeated, connection, init?.signal)
    if (saving) return repeated().then((answer) => asSaved(answer, init?.body))
    return isRead(url, init?.method) ? repeated() : attempt()
  }
}

const isRead = ({pathname}: URL, method = 'GET') =>
  method === 'GET' || method === 'HEAD' || pathname.includes('/data/query/')

/** Sanity's document store marks what it saves while an editor types. */
const isSaving = ({searchParams}: URL) => /(^|\.)document\.commit$/.test(searchParams.get('tag') ?? '')

const isResumable = ({pathname, searchParams}: URL) =>
  pathname.includes('/data/listen/') && searchParams.get('enableResume') === 'true'

/** A transaction that is refused because it is there: an earlier attempt arrived, its answer did not. */
async function asSaved(answer: Answer, body: unknown): Promise<Answer> {
  if (answer.status !== 409) return answer
  const refusal = await answer.text()
  const {transactionId} = JSON.parse(String(body))
  return refusal.includes(transactionId)
    ? Response.json({transactionId, results: []})
    : new Response(refusal, {status: 409, headers: {'content-type': 'application/json'}})
}

const headersOf = (headers: HeadersInit | undefined) => Object.fromEntries(new Headers(headers))

type Patience = {
  saving: boolean
  signal: AbortSignal | undefined
  connection: Connection
  refusesUs: () => Promise<boolean>
}

async function untilAnswered(attempt: () => Promise<Answer>, patience: Patience): Promise<Answer> {
  const {saving, signal, connection, refusesUs} = patience
  const answered = (answer: Answer) => {
    if (unavailable.includes(answer.status)) return undefined
    connection.reached()
    return answer
  }
  /** The answer, or undefined when there is none and it is worth another attempt. */
  const tried = async () => {
    try {
      return answered(await attempt())
    } catch (error) {
      if (signal?.aborted) throw error
      if (connection.everReached || !(await refusesUs())) return undefined
      // A site that is not among the allowed origins sees the same error; that doesn't pass, and Sanity explains it.
      // The second attempt tells it from content that has come up since the first.
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
