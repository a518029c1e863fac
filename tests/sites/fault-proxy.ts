import {createServer, request, type Server, type ServerResponse} from 'node:http'

const faults = ['slow', 'error', 'malformed', 'empty', 'half', 'silent', 'refused'] as const
export type Fault = (typeof faults)[number]

/** How each fault answers a query; `slow` passes it on ten seconds later, `refused` closes the connection. */
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

/** Between a site and its CMS: passes everything on, until it is told to fail. */
export class FaultProxy {
  /** The addresses of all queries so far. */
  readonly queries: string[] = []
  readonly #server: Server
  #fault: Fault | undefined
  #spared = 0

  constructor(port: number, cmsPort: number) {
    this.#server = createServer((incoming, response) => {
      const isQuery = incoming.url?.includes('/data/query/') ?? false
      if (isQuery) this.queries.push(incoming.url ?? '')
      const fault = this.#fault && this.#spared-- <= 0 ? this.#fault : undefined
      if (fault === 'refused') return void incoming.destroy()
      if (isQuery && fault && fault !== 'slow') return answers[fault](response)
      const pass = () => {
        const {method, url} = incoming
        const headers = {...incoming.headers, host: `127.0.0.1:${cmsPort}`}
        const onward = request({host: '127.0.0.1', port: cmsPort, method, path: url, headers}, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        })
        onward.on('error', () => response.destroy())
        incoming.pipe(onward)
      }
      if (isQuery && fault === 'slow') setTimeout(pass, 10_000)
      else pass()
    }).listen(port, '127.0.0.1')
  }

  /** From now on, but for the next `spared` requests. */
  fail(fault: Fault, spared = 0) {
    this.#fault = fault
    this.#spared = spared
  }

  mend() {
    this.#fault = undefined
  }

  close() {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    return closed
  }
}
