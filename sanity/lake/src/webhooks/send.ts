import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {Hook} from './hooks.ts'
import type {Attempt, Message} from './messages.ts'

export type Outcome = Pick<Attempt, 'resultCode' | 'resultBody' | 'failureReason'>

/** Bytes of a response that are read and logged. The rest is not read. */
const maxLoggedBytes = 2000

/**
 * Makes one delivery attempt in Sanity's format. Never throws: an error is part of the outcome.
 * @param signal aborted with a `TimeoutError` when the receiver takes too long.
 */
export async function send(hook: Hook, message: Message, signal: AbortSignal): Promise<Outcome> {
  try {
    const signature = hook.secret
      ? {[SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(message.payload, Date.now(), hook.secret)}
      : undefined
    const response = await fetch(hook.url, {
      method: hook.httpMethod,
      // fetch does not allow a body with GET. Sanity sends one.
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
    const resultBody = await readBeginning(response)
    return {resultCode: response.status, resultBody, failureReason: response.ok ? null : 'http'}
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    return {resultCode: null, resultBody: cause, failureReason: timedOut ? 'timeout' : 'network'}
  }
}

async function readBeginning(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= maxLoggedBytes) break
  }
  return Buffer.concat(chunks).subarray(0, maxLoggedBytes).toString('utf8')
}
