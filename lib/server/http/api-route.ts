import {logInfo} from '../observability/log.ts'
import {callerOf, rateLimit} from './rate-limit.ts'

const MINUTE_MS = 60_000
/** The format of a request id. Any other value is replaced: a caller could write into the log. */
const REQUEST_ID = /^[\w-]{8,64}$/

type Settings = {
  name: string
  /** Calls per minute and caller. A refused call does not reach the handler. */
  callsPerMinute: number
  /** For routes that are polled every few seconds: logs only refusals and failures. */
  quiet?: boolean
}

type Handler = (request: Request, requestId: string) => Promise<Response> | Response

/** Gives an API route a rate limit, a request id (the proxy's `x-request-id` or a new one) and a log line. */
export function apiRoute({name, callsPerMinute, quiet = false}: Settings, handle: Handler) {
  const mayCall = rateLimit({calls: callsPerMinute, windowMs: MINUTE_MS})
  return async (request: Request): Promise<Response> => {
    const start = performance.now()
    const proxyId = request.headers.get('x-request-id')
    const requestId = proxyId && REQUEST_ID.test(proxyId) ? proxyId : crypto.randomUUID()
    const response = mayCall(callerOf(request))
      ? await handle(request, requestId)
      : Response.json(
          {message: `More than ${callsPerMinute} calls a minute: wait a minute and try again.`},
          {status: 429, headers: {'retry-after': '60'}},
        )
    response.headers.set('x-request-id', requestId)
    if (!quiet || response.status >= 400) {
      const ms = Math.round(performance.now() - start)
      logInfo('api', {requestId, name, method: request.method, status: response.status, ms})
    }
    return response
  }
}
