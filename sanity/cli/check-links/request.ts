import {request as httpRequest, type IncomingMessage} from 'node:http'
import {request as httpsRequest} from 'node:https'
import {isIP} from 'node:net'
import {checkedLookup, PrivateAddressError} from './public-address.ts'

export type Answer = {
  status: number
  location: string | undefined
  retryAfter: string | undefined
  setsCookie: boolean
}

export type RequestOptions = {
  userAgent: string
  timeoutMs: number
  /** Which IP addresses may be connected to. */
  isAllowed: (address: string) => boolean
}

/**
 * The head of the answer to one request; the body is not read. Node's own client, because `fetch` has no hook
 * between the DNS answer and the connection.
 * @throws the error of the connection, PrivateAddressError, or a TimeoutError after `timeoutMs`.
 */
export function request(method: 'HEAD' | 'GET', url: URL, options: RequestOptions): Promise<Answer> {
  const {userAgent, timeoutMs, isAllowed} = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Node looks up names only: it connects to an address without calling `lookup`.
  if (isIP(host) && !isAllowed(host)) return Promise.reject(new PrivateAddressError(`${host} is not public`))
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      method,
      agent: false,
      lookup: checkedLookup(isAllowed),
      signal: AbortSignal.timeout(timeoutMs),
      headers: {'user-agent': userAgent, accept: '*/*', 'accept-language': 'cs, en;q=0.8'},
    })
    sent.on('error', reject)
    sent.on('response', (response: IncomingMessage) => {
      const {statusCode = 0, headers} = response
      resolve({
        status: statusCode,
        location: headers.location,
        retryAfter: headers['retry-after'],
        setsCookie: headers['set-cookie'] !== undefined,
      })
      response.destroy()
    })
    sent.end()
  })
}
