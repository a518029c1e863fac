import {type IncomingHttpHeaders, request} from 'node:http'

const port = Number(process.env.E2E_PORT ?? 3200)

type RequestOptions = {method?: string; headers?: Record<string, string>}
type Answer = {status: number; headers: IncomingHttpHeaders; body: string; csp: string}

/** Sends a request with an unchanged path. Browsers and `fetch` would normalise it. */
export const raw = (path: string, {method = 'GET', headers = {}}: RequestOptions = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const host = `localhost:${port}`
    const outgoing = request(
      {host: '127.0.0.1', port, path, method, headers: {host, ...headers}, agent: false},
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          body += part
        })
        response.on('end', () => {
          const csp = String(response.headers['content-security-policy'] ?? '')
          resolve({status: response.statusCode ?? 0, headers: response.headers, body, csp})
        })
        response.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })

/** Requests a page as Next's client router does. Next redirects to a URL with a hash of its headers. */
export async function asRouter(path: string, options: RequestOptions = {}): Promise<Answer> {
  const headers = {...options.headers, rsc: '1'}
  const answer = await raw(path, {...options, headers})
  const {location} = answer.headers
  return answer.status === 307 && location?.includes('_rsc') ? raw(location, {...options, headers}) : answer
}
