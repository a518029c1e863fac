import {createServer, request, type Server, type ServerResponse} from 'node:http'

const faults = ['slow', 'error', 'malformed', 'empty', 'half', 'silent', 'refused'] as const
export type Fault = (typeof faults)[number]

/** The answer of each fault. `slow` forwards the query after ten seconds, `refused` closes the connection. */
const answers: Record<Exclude<Fault, 'slow' | 'refused'>, (response: ServerResponse) => void> = {
  error: (response) => response.writeHead(500, {'content-type': 'application/json'}).end('{"error": "down"}'),
  malformed: (response) => response.writeHead(200, {'content-type': 'application/json'}).end('{"result": [{'),
  empty: (response) =>
    response.writeHead(200, {'content-type': 'application/json'}).end('{"ms": 1, "result": []}'),
  half: (response) => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '100000'})
    response.write('{"ms": 1, "result": [{"_id": "network-')
    setTimeout(() => response.destroy(), 20)
  },
  silent: () => {},
}

/** A proxy between a site and its lake. Forwards everything until `fail` is called. */
export class FaultProxy {
  /** The addresses of all queries so far. */
  readonly queries: string[] = []
  readonly #server: Server
  #fault: Fault | undefined
  #forwarded = 0

  constructor(port: number, lakePort: number) {
    this.#server = createServer((incoming, response) => {
      const isQuery = incoming.url?.includes('/data/query/') ?? false
      if (isQuery) this.queries.push(incoming.url ?? '')
      const fault = this.#fault && this.#forwarded-- <= 0 ? this.#fault : undefined
      if (fault === 'refused') return void incoming.destroy()
      if (isQuery && fault && fault !== 'slow') return answers[fault](response)
      const forward = () => {
        const {method, url} = incoming
        const headers = {...incoming.headers, host: `127.0.0.1:${lakePort}`}
        const forwarded = request(
          {host: '127.0.0.1', port: lakePort, method, path: url, headers},
          (answer) => {
            response.writeHead(answer.statusCode ?? 502, answer.headers)
            answer.pipe(response)
          },
        )
        forwarded.on('error', () => response.destroy())
        incoming.pipe(forwarded)
      }
      if (isQuery && fault === 'slow') setTimeout(forward, 10_000)
      else forward()
    }).listen(port, '127.0.0.1')
  }

  /** Starts to fail after `forwarded` more requests. */
  fail(fault: Fault, forwarded = 0) {
    this.#fault = fault
    this.#forwarded = forwarded
  }

  repair() {
    this.#fault = undefined
  }

  close() {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    return closed
  }
}
