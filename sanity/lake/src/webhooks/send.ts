import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {Hook} from './hooks.ts'
import type {Attempt, Message} from './messages.ts'

export type Outcome = Pick<Attempt, 'resultCode' | 'resultBody' | 'failureReason'>

/** Bytes of an answer that are read and logged; the rest is left unread. */
const loggedBytes = 2000

/**
 * Makes one attempt, as Sanity words it. Never throws: what went wrong is the outcome.
 * @param signal aborted with a `TimeoutError` when the receiver takes too long.
 */
export async function send(hook: Hook, message: Message, signal: AbortSignal): Promise<Outcome> {
  try {
    const signature = hook.secret
      ? {[SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(message.payload, Date.now(), hook.secret)}
      : undefined
    const response = await fetch(hook.url, {
      method: hook.httpMethod,
      // fetch refuses a body on GET; Sanity sends one.
      body: hook.httpMethod === 'GET' ? undefined : message.payload,
      headers: {
        'user-agent': 'Sanity.io webhook delivery',
        ...hook.headers,
        ...message.headers,
        ...signature,
        'content-type': 'application/json',
        'idempotency-key': message.id,
      },
      redirect: 'manual',
      signal,
    })
    const resultBody = await beginningOf(response)
    return {resultCode: response.status, resultBody, failureReason: response.ok ? null : 'http'}
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    return {resultCode: null, resultBody: cause, failureReason: timedOut ? 'timeout' : 'network'}
  }
}

async function beginningOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= loggedBytes) break
  }
  return Buffer.concat(chunks).subarray(0, loggedBytes).toString('utf8')
}
