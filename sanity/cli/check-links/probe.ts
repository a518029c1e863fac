import type {LinkFault} from '../../queries/link-report.ts'
import {type Answer, type RequestOptions, request} from './request.ts'

/** `unknown`: the server answered in a way that says nothing about visitors. The reason is for the operator. */
export type Outcome =
  | {kind: 'ok'}
  | {kind: 'failed'; status?: number; fault?: LinkFault}
  | {kind: 'unknown'; reason: string}

export type ProbeOptions = RequestOptions & {
  /** Waits for the turn of a host. `delayMs` postpones its next turn. */
  takeTurn: (host: string, delayMs?: number) => Promise<void>
}

const MAX_REDIRECTS = 5
/** A server that asks for a longer pause is left alone until the next run. */
const MAX_RETRY_AFTER_MS = 60_000

/** Answers to robots: a visitor with a browser or an account may well see the page. */
const refusals = [401, 403, 407, 429, 451, 999]

/** Browsers fetch a missing intermediate certificate, and a name server may answer again in a minute. */
const unknownErrors = ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'EAI_AGAIN', 'ENETUNREACH']

const faults: Record<string, LinkFault> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
  PRIVATE_ADDRESS: 'private',
}

function outcomeOfError(error: unknown): Outcome {
  const {code = '', name = ''} = error as {code?: string; name?: string}
  if (unknownErrors.includes(code)) return {kind: 'unknown', reason: code}
  if (name === 'TimeoutError') return {kind: 'failed', fault: 'timeout'}
  const isCertificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF|SELF_SIGNED)/.test(code)
  return {kind: 'failed', fault: faults[code] ?? (isCertificate ? 'certificate' : 'connection')}
}

/** `Retry-After` in milliseconds: a number of seconds, or a date. */
function retryAfterMs(value: string | undefined): number | undefined {
  if (!value) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** One request in the host's turn. Asked to come back within a minute, it does so once. */
async function politely(method: 'HEAD' | 'GET', url: URL, options: ProbeOptions): Promise<Answer> {
  await options.takeTurn(url.host)
  const answer = await request(method, url, options)
  const delay = answer.status === 429 || answer.status === 503 ? retryAfterMs(answer.retryAfter) : undefined
  if (delay === undefined || delay > MAX_RETRY_AFTER_MS) return answer
  await options.takeTurn(url.host, delay)
  return request(method, url, options)
}

const isRedirect = ({status}: Answer) => [301, 302, 303, 307, 308].includes(status)

/** Follows redirects to the last answer. It is a redirect itself when there are too many, or it leads nowhere. */
async function follow(method: 'HEAD' | 'GET', start: URL, options: ProbeOptions): Promise<Answer> {
  let url = start
  for (let redirects = 0; ; redirects++) {
    const answer = await politely(method, url, options)
    if (!isRedirect(answer) || redirects === MAX_REDIRECTS) return answer
    if (!answer.location || !URL.canParse(answer.location, url)) return answer
    url = new URL(answer.location, url)
    if (!/^https?:$/.test(url.protocol)) return answer
  }
}

/** Some servers drop the connection of a HEAD request. GET can't help when there is no connection at all. */
function unlessFinal(error: unknown): undefined {
  const {fault} = outcomeOfError(error) as {fault?: LinkFault}
  if (fault !== 'connection' && fault !== 'timeout') throw error
}

/**
 * Whether an address answers. HEAD first: it costs the server least. Many servers answer HEAD with an error,
 * or redirect it to an error page, where a browser gets the page. So an error counts only when GET confirms it,
 * from the first address on.
 */
export async function probe(address: string, options: ProbeOptions): Promise<Outcome> {
  const url = new URL(address)
  url.hash = ''
  try {
    const head = await follow('HEAD', url, options).catch(unlessFinal)
    if (head && head.status >= 200 && head.status < 300) return {kind: 'ok'}
    const isPause = head?.status === 429 || (head?.status === 503 && head.retryAfter)
    const answer = isPause ? head : await follow('GET', url, options)
    const {status} = answer
    if (status >= 200 && status < 300) return {kind: 'ok'}
    // A site that sets a cookie and redirects to itself works in a browser.
    if (isRedirect(answer) && answer.setsCookie)
      return {kind: 'unknown', reason: 'redirects until a cookie is set'}
    if (isRedirect(answer)) return {kind: 'failed', fault: 'redirects'}
    if (refusals.includes(status) || isPause) return {kind: 'unknown', reason: `answers ${status} to robots`}
    return {kind: 'failed', status}
  } catch (error) {
    return outcomeOfError(error)
  }
}
