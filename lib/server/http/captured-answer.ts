import {IncomingMessage, type OutgoingHttpHeaders, type ServerResponse} from 'node:http'
import {CapturedResponse} from '../response-cache/captured-response.ts'
import {correctAnswer} from './response-rules.ts'
import {toDocument} from './visitor-document.ts'

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Next's whole answer to a visitor, uncompressed and corrected. */
export type Answer = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  /** From Next's cache: it depends on nothing but the path. */
  isHit: boolean
  /** From Next's cache, but older than a publish. Next is rendering the page again. */
  isStale: boolean
}

/** @param path of the page that Next shall answer with. The query is the one of the request. */
export async function captureAnswer(
  handle: NextHandler,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  // Next must answer with the whole page, also to HEAD. It is compressed and compared with the client's copy here.
  const {
    'accept-encoding': _encoding,
    'if-none-match': _etag,
    'if-modified-since': _since,
    range: _range,
    ...headers
  } = request.headers
  const query = /\?.*/.exec(request.url ?? '')?.[0] ?? ''
  // A request of its own: Next adds listeners to it each time.
  const asked = Object.assign(new IncomingMessage(request.socket), {
    headers,
    method: 'GET',
    // Next decodes a path twice (16.4.6): `50%25` would fail, and `%2563s` would be `/cs` at another address.
    url: path.replaceAll('%25', '%2525') + query,
  })
  asked.push(null)
  const captured = new CapturedResponse(asked)
  await handle(asked, captured)
  const body = await captured.body
  const sent = {status: captured.statusCode, headers: captured.getHeaders()}
  const state = sent.headers['x-nextjs-cache']
  const isHit = sent.status === 200 && state === 'HIT' && !sent.headers['set-cookie']
  return {...toDocument({...correctAnswer(path, sent), body}), isHit, isStale: state === 'STALE'}
}
