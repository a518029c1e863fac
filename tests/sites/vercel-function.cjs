/**
 * Serves one function of Vercel's build output: `node vercel-function.cjs <folder> <port>`. Vercel's platform gives a
 * function its cache and `waitUntil`. Here they only record what they are told: a line of stdout names each tag that
 * expires.
 */
const {createServer} = require('node:http')
const {join} = require('node:path')

const [folder, port] = process.argv.slice(2)

class PlatformCache {
  async get() {
    return null
  }
  async set() {}
  async revalidateTag(tags) {
    for (const tag of [tags].flat()) console.log(`expired ${tag}`)
  }
  resetRequestCache() {}
}
globalThis[Symbol.for('@next/cache-handlers')] = {FetchCache: PlatformCache}
globalThis[Symbol.for('@vercel/request-context')] = {get: () => ({waitUntil: () => undefined})}

const handle = require(join(folder, '___next_launcher.cjs'))

/** The proxy's function takes a web request, the others take Node's. */
async function answer(request, response) {
  if (handle.length > 1) return handle(request, response)
  const url = `http://${request.headers.host}${request.url}`
  const answered = await handle(new Request(url, {method: request.method, headers: request.headers}))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}
createServer((request, response) => void answer(request, response)).listen(Number(port), '127.0.0.1')
