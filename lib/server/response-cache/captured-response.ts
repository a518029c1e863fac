import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import {Writable} from 'node:stream'

/** Accepts everything at once, so the writer never waits for a slow client. */
const noSocket = () => new Writable({write: (_chunk, _encoding, done) => done()})

/**
 * A response that goes to memory instead of a client. A real ServerResponse, so that Next finds every method
 * and event of one.
 */
export class CapturedResponse extends ServerResponse {
  readonly #parts: Buffer[] = []
  /** Rejected when the writer gives up. */
  readonly body: Promise<Buffer>
  #cutOff: (reason: Error) => void

  constructor(request: IncomingMessage) {
    super(request)
    const {promise, resolve, reject} = Promise.withResolvers<Buffer>()
    this.body = promise
    this.#cutOff = reject
    // The writer may fail before anyone awaits the body.
    promise.catch(() => {})
    this.once('finish', () => resolve(Buffer.concat(this.#parts)))
    this.assignSocket(noSocket() as unknown as Parameters<ServerResponse['assignSocket']>[0])
  }

  override destroy(error?: Error): this {
    this.#cutOff(error ?? new Error('The answer was cut off'))
    return super.destroy(error)
  }

  // Node keeps headers that are passed here out of getHeaders().
  // biome-ignore lint/suspicious/noExplicitAny: Node's overloads
  override writeHead(status: number, ...rest: any[]): this {
    const headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined = rest.at(-1)
    if (headers && typeof headers === 'object' && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) this.setHeader(name, value)
      return super.writeHead(status)
    }
    return super.writeHead(status, ...rest)
  }

  // biome-ignore lint/suspicious/noExplicitAny: Node's overloads
  override write(chunk: any, ...rest: any[]): boolean {
    this.#keep(chunk, rest[0])
    return super.write(chunk, ...rest)
  }

  // biome-ignore lint/suspicious/noExplicitAny: Node's overloads
  override end(chunk?: any, ...rest: any[]): this {
    if (chunk && typeof chunk !== 'function') this.#keep(chunk, rest[0])
    return super.end(chunk, ...rest)
  }

  #keep(chunk: string | Uint8Array, encoding: unknown) {
    this.#parts.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk),
    )
  }
}
