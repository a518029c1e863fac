#!/usr/bin/env node
/**
 * Runs the `sanity` command against a running lake: `node sanity/lake/src/sanity-command.ts documents query
 * '*[0]'`.
 *
 * The command always connects to `https://<project>.api.sanity.io`, and no setting names another host. It
 * does use `HTTPS_PROXY`. So it gets a proxy that leads to the lake, for this process only, with a
 * certificate that `openssl` creates for this run. The proxy refuses any other host, so no request leaves the
 * machine.
 */
import {execFileSync, spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import {createServer as createHttpsServer} from 'node:https'
import type {AddressInfo, Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const projectId = process.env.LAKE_PROJECT_ID || 'local'

const lakeHost = `127.0.0.1:${process.env.LAKE_PORT || 3333}`

/** The npm scripts store the token in the lake's folder. */
function readToken(): string | undefined {
  if (process.env.LAKE_TOKEN) return process.env.LAKE_TOKEN
  const file = join(process.env.LAKE_DIR || '.lake', 'secrets.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).SANITY_API_READ_TOKEN : undefined
}

function createCertificate(folder: string) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const names = 'subjectAltName=DNS:api.sanity.io,DNS:*.api.sanity.io'
  const opensslArguments = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=lake -addext ${names}`
  try {
    execFileSync('openssl', [...opensslArguments.split(' '), '-keyout', key, '-out', cert], {stdio: 'ignore'})
  } catch {
    throw new Error('The sanity command needs a TLS certificate for the lake. Install openssl.')
  }
  return {file: cert, key: readFileSync(key), cert: readFileSync(cert)}
}

function refuse(response: ServerResponse, statusCode: number, error: string, message: string) {
  response.writeHead(statusCode, {'content-type': 'application/json'})
  response.end(JSON.stringify({statusCode, error, message}))
}

/** Forwards a request to the lake. Only the `Host` header changes. */
function forward(request: IncomingMessage, response: ServerResponse) {
  const {method, url: path, headers} = request
  if (headers.host !== 'api.sanity.io' && headers.host !== `${projectId}.api.sanity.io`) {
    // A command for another project must neither read nor write here.
    return refuse(
      response,
      403,
      'Forbidden',
      `The project of this lake is "${projectId}", not the one of ${headers.host}`,
    )
  }
  const [host, port] = lakeHost.split(':')
  const upstream = httpRequest(
    {host, port, method, path, headers: {...headers, host: lakeHost}},
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  const message = `No lake answers at ${lakeHost}. Start it with npm run lake, or set LAKE_PORT`
  upstream.on('error', () =>
    response.headersSent ? response.destroy() : refuse(response, 502, 'Bad Gateway', message),
  )
  response.on('close', () => upstream.destroy())
  request.pipe(upstream)
}

const folder = mkdtempSync(join(tmpdir(), 'lake-cli-'))
try {
  const {file, key, cert} = createCertificate(folder)
  const httpsServer = createHttpsServer({key, cert}, forward)
  const proxy = createHttpServer((_request, response) => response.writeHead(403).end())
  proxy.on('connect', ({url = ''}: IncomingMessage, socket: Socket) => {
    socket.on('error', () => socket.destroy())
    if (!/^([a-z0-9-]+\.)?api\.sanity\.io:443$/.test(url)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    httpsServer.emit('connection', socket)
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const cliFile = fileURLToPath(new URL('bin/run.js', import.meta.resolve('@sanity/cli/package.json')))
  const child = spawn(process.execPath, [cliFile, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      SANITY_AUTH_TOKEN: readToken(),
      ...process.env,
      HTTPS_PROXY: address,
      https_proxy: address,
      NO_PROXY: '',
      no_proxy: '',
      NODE_USE_ENV_PROXY: '1',
      NODE_EXTRA_CA_CERTS: file,
      DO_NOT_TRACK: '1',
    },
  })
  process.exitCode = await new Promise<number>((ended) => child.once('exit', (code) => ended(code ?? 1)))
  proxy.closeAllConnections()
  proxy.close()
  httpsServer.close()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(folder, {recursive: true, force: true})
}
