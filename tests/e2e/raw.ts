import {type IncomingHttpHeaders, request} from 'node:http'

const port = Number(process.env.E2E_PORT ?? 3200)

type Asked = {method?: 'GET' | 'HEAD' | 'POST'; headers?: Record<string, string>}
type Answer = {status: number; headers: IncomingHttpHeaders; body: string; csp: string}

/** A request to the site as it is written: browsers and `fetch` would tidy the address up first. */
export const raw = (path: string, {method = 'GET', headers = {}}: Asked = {}) =>
  new Promise<Answer>((answered, failed) => {
    const host = `localhost:${port}`
    const asked = request(
      {host: '127.0.0.1', port, path, method, headers: {host, ...headers}, agent: false},
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          body += part
        })
        response.on('end', () => {
          const csp = String(response.headers['content-security-policy'] ?? '')
          answered({status: response.statusCode ?? 0, headers: response.headers, body, csp})
        })
        response.on('error', failed)
      },
    )
    asked.on('error', failed)
    asked.end()
  })

/** A page as Next's router in the browser asks for it: it adds a mark of its headers, or is sent to the address that has it. */
export async function asRouter(path: string, asked: Asked = {}): Promise<Answer> {
  const headers = {...asked.headers, rsc: '1'}
  const answer = await raw(path, {...asked, headers})
  const {location} = answer.headers
  return answer.status === 307 && location?.includes('_rsc') ? raw(location, {...asked, headers}) : answer
}
