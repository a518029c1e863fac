import type {ChildProcess} from 'node:child_process'
import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import {createServer, request as forward, type IncomingMessage, type ServerResponse} from 'node:http'
import {connect} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, extname, join} from 'node:path'
import {removeAtExit} from './checkout.ts'
import {start, stop, waitUntil} from './process.ts'

type Route = {
  src?: string
  dest?: string
  headers?: Record<string, string>
  has?: {type: string; key: string; value?: string}[]
  middlewarePath?: string
  continue?: boolean
  check?: boolean
  handle?: string
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

function matches({src = '', has = []}: Route, {headers}: IncomingMessage, pathname: string): boolean {
  const valueIn = (type: string, key: string) =>
    type === 'cookie' ? cookies(headers.cookie)[key] : headers[key.toLowerCase()]
  return (
    new RegExp(src).test(pathname) &&
    has.every(({type, key, value = '.*'}) => {
      const found = valueIn(type, key)
      return found !== undefined && new RegExp(`^${value}$`).test(String(found))
    })
  )
}

const cookies = (header = ''): Record<string, string> =>
  Object.fromEntries(header.split(/; */).map((pair) => pair.split('=', 2)))

/**
 * Serves `.vercel/output` of a folder as Vercel would (https://vercel.com/docs/build-output-api): headers by route,
 * static files, the proxy, then functions, each in a process of its own. Without Vercel's cache.
 */
export class VercelOutput {
  /** Cache tags that functions have told the platform to expire. */
  readonly expiredTags: string[] = []
  readonly #folder: string
  readonly #output: string
  readonly #port: number
  readonly #env: NodeJS.ProcessEnv
  readonly #routes: Route[]
  readonly #functions = new Map<string, {port: number; process: ChildProcess}>()
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })

  constructor({folder, port, env}: {folder: string; port: number; env: NodeJS.ProcessEnv}) {
    this.#folder = folder
    this.#output = join(folder, '.vercel/output')
    this.#port = port
    this.#env = env
    this.#routes = JSON.parse(readFileSync(join(this.#output, 'config.json'), 'utf8')).routes
    this.#server.listen(port, '127.0.0.1')
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`
  }

  /** The files of a function: path in the function → path in the project. */
  files(name: string): Record<string, string> {
    const folder = join(this.#output, 'functions', `${name}.func`)
    return JSON.parse(readFileSync(join(folder, '.vc-config.json'), 'utf8')).filePathMap
  }

  async close() {
    this.#server.close()
    this.#server.closeAllConnections()
    await Promise.all([...this.#functions.values()].map(({process}) => stop(process)))
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const {pathname, search} = new URL(request.url ?? '/', this.url)
    for (const route of this.#routes)
      if (route.continue && !route.src?.startsWith('/_next') && matches(route, request, pathname))
        for (const [name, value] of Object.entries(route.headers ?? {}))
          if (name.toLowerCase() !== 'location') response.setHeader(name, value)

    const file = join(this.#output, 'static', pathname)
    if (existsSync(file) && statSync(file).isFile()) {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      return void response.end(readFileSync(file))
    }
    const proxied = await this.#proxy(request)
    if (proxied instanceof Response) {
      response.writeHead(proxied.status, Object.fromEntries(proxied.headers))
      return void response.end(await proxied.text())
    }
    const target = this.#functionFor(pathname)
    if (!target) return void response.writeHead(404).end()
    const {port} = await this.#start(target.name)
    const headers = {...proxied, 'x-matched-path': `/${target.name}`}
    const path = `${pathname}?${[search.slice(1), target.query].filter(Boolean).join('&')}`
    const asked = forward({port, host: '127.0.0.1', path, method: request.method, headers}, (answer) => {
      // Whether a rule or the function wins is not documented. A rule is the worse case for a preview.
      const own = Object.entries(answer.headers).filter(([name]) => !response.hasHeader(name))
      response.writeHead(answer.statusCode ?? 500, Object.fromEntries(own))
      answer.pipe(response)
    })
    request.pipe(asked)
  }

  /** The answer of the site's proxy, or the headers with which the request goes on. */
  async #proxy(request: IncomingMessage): Promise<Response | IncomingMessage['headers']> {
    const {headers, url = '/'} = request
    const {pathname} = new URL(url, this.url)
    const route = this.#routes.find((each) => each.middlewarePath && matches(each, request, pathname))
    if (!route?.middlewarePath) return headers
    const {port} = await this.#start(route.middlewarePath.slice(1))
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
      headers: headers as Record<string, string>,
      redirect: 'manual',
    })
    if (!answer.headers.has('x-middleware-next')) return answer
    const names = answer.headers.get('x-middleware-override-headers')?.split(',')
    if (!names) return headers
    return Object.fromEntries(
      names.map((name) => [name, answer.headers.get(`x-middleware-request-${name}`) ?? undefined]),
    )
  }

  /** A function of the path's name, or the one that a rewrite with parameters leads to. */
  #functionFor(pathname: string): {name: string; query: string} | undefined {
    const exists = (name: string) => existsSync(join(this.#output, 'functions', `${name}.func`))
    const own = pathname.slice(1) || 'index'
    if (exists(own)) return {name: own, query: ''}
    for (const {src, dest, check} of this.#routes) {
      if (!(src && dest && check) || src.includes('rscSuffix')) continue
      const match = new RegExp(src).exec(pathname)
      if (!match) continue
      const [name = '', query = ''] = dest.slice(1).split('?')
      const filledName = name.replace(/\$(\d+)/g, (_, group) => match[group] ?? '')
      const filled = query.replace(/\$(\w+)/g, (_, group) => encodeURIComponent(match.groups?.[group] ?? ''))
      if (exists(filledName)) return {name: filledName, query: filled}
    }
    return undefined
  }

  /** Several names lead to the same function. */
  async #start(name: string) {
    const source = realpathSync(join(this.#output, 'functions', `${name}.func`))
    const running = this.#functions.get(source)
    if (running) return running
    const folder = mkdtempSync(join(tmpdir(), 'vercel-function-'))
    removeAtExit(folder)
    for (const [to, from] of Object.entries(this.files(name))) {
      const target = join(folder, to)
      mkdirSync(dirname(target), {recursive: true})
      const file = join(this.#folder, from)
      const kind = lstatSync(file)
      // Next's names of external packages are links to them.
      if (kind.isSymbolicLink()) symlinkSync(readlinkSync(file), target)
      else if (kind.isFile()) linkSync(file, target)
    }
    cpSync(source, folder, {recursive: true})
    const port = this.#port + 1 + this.#functions.size
    const child = start('node', [join(import.meta.dirname, 'vercel-function.cjs'), folder, String(port)], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout?.on('data', (text) => {
      for (const [, tag = ''] of String(text).matchAll(/^expired (.+)$/gm)) this.expiredTags.push(tag)
    })
    const started = {port, process: child}
    this.#functions.set(source, started)
    await waitUntil(() => listens(port), `the function ${name} listens`)
    return started
  }
}

const listens = (port: number) =>
  new Promise<boolean>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(!socket.destroy().connecting))
    socket.once('error', reject)
  })
