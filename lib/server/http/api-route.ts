import {logInfo} from '../observability/log.ts'
import {callerOf, rateLimit} from './rate-limit.ts'

const MINUTE_MS = 60_000
/** What a proxy may have named the request; anything else would let a caller write into the log. */
const REQUEST_ID = /^[\w-]{8,64}$/

type Settings = {
  name: string
  /** Calls a minute from one address. A refusal costs a route nothing but the counting. */
  callsPerMinute: number
  /** For what is asked every few seconds: only refusals and failures are worth a line. */
  quiet?: boolean
}

type Handler = (request: Request, requestId: string) => Promise<Response> | Response

/** What every API route has: a limit, a request id (the proxy's `x-request-id` or a new one), a line in the log. */
export function apiRoute({name, callsPerMinute, quiet = false}: Settings, handle: Handler) {
  const mayCall = rateLimit({calls: callsPerMinute, windowMs: MINUTE_MS})
  return async (request: Request): Promise<Response> => {
    const start = performance.now()
    const given = request.headers.get('x-request-id')
    const requestId = given && REQUEST_ID.test(given) ? given : crypto.randomUUID()
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
