import {globSync, readFileSync} from 'node:fs'
import {type IncomingMessage, request, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {dirname} from 'node:path'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {afterEach, expect, test, vi} from 'vitest'
import {announceStoredPage} from '#lib/server/cache/stored-pages.ts'
import {clock} from '#lib/server/clock.ts'
import {allowedMethods} from '#lib/server/http/request-rules.ts'
import {nextPolicy} from '#lib/server/http/security-headers.ts'
import {createSiteServer} from '#lib/server/http/site-server.ts'
import {trustedProxies} from '#lib/server/http/trusted-proxies.ts'
import {ResponseCache} from '#lib/server/response-cache/response-cache.ts'

vi.mock(import('#lib/server/cache/build-secret.ts'), () => ({buildSecret: 'build-secret'}))

type Render = (incoming: IncomingMessage, response: ServerResponse) => void | Promise<void>

let server: Server | undefined
afterEach(() => {
  server?.close()
  vi.restoreAllMocks()
})

/** The server over HTTP, in front of a handler that takes the place of Next. `rendered` counts its calls. */
async function serve(render: Render, cache = new ResponseCache()) {
  const rendered: string[] = []
  server = createSiteServer({
    cache,
    trustForwarded: trustedProxies([]),
    handle: async (incoming, response) => {
      rendered.push(`${incoming.method} ${incoming.url}`)
      await render(incoming, response)
    },
  })
  const listening = server
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const {port} = listening.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{status: number; headers: IncomingMessage['headers']; body: Buffer}>((resolve, reject) => {
      const outgoing = request({port, path, method, headers, agent: false}, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () =>
          resolve({status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts)}),
        )
      })
      outgoing.on('error', reject).end()
    })
  return {ask, cache, rendered}
}

const text = '<p>A page.</p>'.repeat(200)

/** A page as Next sends it from its cache. */
const hit =
  (html: string | (() => string) = text): Render =>
  (_, response) => {
    response.setHeader('x-nextjs-cache', 'HIT')
    response.setHeader('vary', 'rsc, next-router-state-tree, Accept-Encoding')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(typeof html === 'string' ? html : html())
  }

test('a page is rendered once and then sent from memory, with or without a query', async () => {
  const {ask, rendered} = await serve(hit())
  for (const path of ['/cs', '/cs', '/cs?utm_source=x']) {
    const {status, headers, body} = await ask(path)
    expect(status).toBe(200)
    expect(headers.vary).toBe('accept-encoding')
    expect(body.toString()).toBe(text)
  }
  expect(rendered).toEqual(['GET /cs'])
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
  ['gzip, deflate, br, zstd', brotliDecompressSync],
  ['br;q=0, gzip', gunzipSync],
])('the first and the second answer to Accept-Encoding: %s are compressed', async (accepted, decompress) => {
  const {ask} = await serve(hit())
  for (const time of ['first', 'second']) {
    const {headers, body} = await ask('/cs', {'accept-encoding': accepted})
    expect(decompress(body).toString(), time).toBe(text)
    expect(headers['content-length'], time).toBe(String(body.length))
  }
})

test('a client that has the page gets 304, also on the first request, and for any compression', async () => {
  const {ask, cache} = await serve(hit())
  const {headers} = await ask('/cs', {'accept-encoding': 'br'})
  const etag = String(headers.etag)
  for (const drop of [false, true]) {
    if (drop) cache.clear()
    const answer = await ask('/cs', {'if-none-match': `"other", ${etag}`, 'accept-encoding': 'gzip'})
    expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([304, 0, etag])
    expect(answer.headers['content-length']).toBeUndefined()
  }
  expect((await ask('/cs', {'if-none-match': '"other"'})).status).toBe(200)
})

test('HEAD gets the headers of GET, whichever comes first', async () => {
  const {ask, rendered} = await serve(hit())
  const first = await ask('/cs', {}, 'HEAD')
  const get = await ask('/cs')
  const second = await ask('/cs', {}, 'HEAD')
  for (const head of [first, second]) {
    expect(head.body.length).toBe(0)
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.headers.etag).toBe(get.headers.etag)
  }
  expect(rendered).toEqual(['GET /cs'])
})

test('a publish on another server drops stored responses', async () => {
  let html = 'before'
  const {ask, cache} = await serve(hit(() => html))
  expect((await ask('/cs')).body.toString()).toBe('before')
  html = 'after'
  expect((await ask('/cs')).body.toString()).toBe('before')
  cache.clear()
  expect((await ask('/cs')).body.toString()).toBe('after')
})

test('after a publish, visitors get the old response until the page is revalidated', async () => {
  let html = 'before'
  const {ask, cache, rendered} = await serve(hit(() => html))
  const text = async (path: string) => (await ask(path)).body.toString()
  await Promise.all([ask('/cs'), ask('/en')])
  html = 'after'
  cache.outdate()
  expect([await text('/cs'), await text('/en')]).toEqual(['before', 'before'])
  expect(rendered).toHaveLength(2)
  await ask('/cs', {'x-prerender-revalidate': 'build-secret'})
  expect([await text('/cs'), await text('/en')]).toEqual(['after', 'before'])
})

test('a page that no revalidation reaches is asked of Next a second after the first publish', async () => {
  let now = clock.now()
  vi.spyOn(clock, 'now').mockImplementation(() => now)
  let html = 'before'
  const {ask, cache} = await serve(hit(() => html))
  await ask('/cs')
  html = 'after'
  for (const later of [0, 400, 400]) {
    now += later
    cache.outdate()
    expect((await ask('/cs')).body.toString()).toBe('before')
  }
  now += 200
  expect((await ask('/cs')).body.toString()).toBe('after')
})

test.each(['clear', 'outdate'] as const)('a response begun before %s is not stored', async (publish) => {
  const gate = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  let isFirst = true
  const slow = await serve(async (incoming, response) => {
    const rendered = isFirst ? 'before' : 'after'
    if (isFirst) {
      isFirst = false
      begun.resolve()
      await gate.promise
    }
    await hit(rendered)(incoming, response)
  })
  const first = slow.ask('/cs')
  await begun.promise
  slow.cache[publish]()
  gate.resolve()
  expect((await first).body.toString()).toBe('before')
  expect((await slow.ask('/cs')).body.toString()).toBe('after')
})

test.each([
  ['an answer that Next’s cache does not have', {}, {}],
  ['an answer for one browser', {'x-nextjs-cache': 'HIT', 'set-cookie': 'a=b'}, {}],
  ['a preview', {'x-nextjs-cache': 'HIT'}, {cookie: 'a=b; preview_session=x'}],
  ['a forged draft cookie', {'x-nextjs-cache': 'HIT'}, {cookie: '__prerender_bypass=x'}],
])('%s is not stored', async (_, sent, asked) => {
  const {ask, rendered} = await serve((_incoming, response) => {
    for (const [name, value] of Object.entries(sent)) response.setHeader(name, value)
    response.end(text)
  })
  await ask('/cs', asked as Record<string, string>)
  await ask('/cs', asked as Record<string, string>)
  expect(rendered).toHaveLength(2)
})

test('a stored page is not sent to a preview', async () => {
  const {ask, rendered} = await serve(hit())
  await ask('/cs')
  await ask('/cs', {cookie: 'preview_session=x'})
  expect(rendered).toHaveLength(2)
})

test('headers that Next would obey do not reach it', async () => {
  const seen: string[][] = []
  const {ask} = await serve((incoming, response) => {
    seen.push(
      Object.keys(incoming.headers).filter(
        (name) => !['host', 'connection', 'x-forwarded-for'].includes(name),
      ),
    )
    response.end()
  })
  const forged = {
    rsc: '1',
    'next-router-state-tree': 'x',
    'next-action': 'x',
    'x-prerender-revalidate': 'guess',
    'x-middleware-subrequest': 'x',
    'x-nextjs-data': '1',
    'x-matched-path': '/en',
    'x-request-id': 'kept-as-it-is',
  }
  await ask('/cs', forged)
  await ask('/cs', {...forged, cookie: 'preview_session=x'})
  expect(seen).toEqual([
    ['x-request-id'],
    ['rsc', 'next-router-state-tree', 'next-action', 'x-request-id', 'cookie'],
  ])
})

test('a caller cannot name another one', async () => {
  const {ask} = await serve((incoming, response) => void response.end(incoming.headers['x-forwarded-for']))
  expect((await ask('/api/health', {'x-forwarded-for': '203.0.113.9'})).body.toString()).toBe('127.0.0.1')
})

test.each([
  ['POST', '/cs', 405],
  ['PUT', '/cs', 405],
  ['DELETE', '/wp-admin/setup', 405],
  ['TRACE', '/api/health', 405],
  ['POST', '/api/revalidate', 200],
  ['GET', '/cs/%A0', 400],
  ['GET', '/%63s?a=%63', 308],
  ['GET', '//example.com', 308],
])('%s %s gets %i', async (method, path, status) => {
  const {ask} = await serve((_, response) => void response.end())
  const answer = await ask(path, {}, method)
  expect(answer.status).toBe(status)
  if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD')
  if (status === 308) expect(answer.headers.location).toMatch(/^\/(?:cs\?a=%63|example\.com)$/)
})

test('an address with its origin in the request line is the same page', async () => {
  const {ask, rendered} = await serve(hit())
  for (const path of [
    '/cs',
    'http://example.com/cs',
    'HTTPS://example.com:8443/cs?a=1',
    'http://example.com',
    '/',
  ])
    expect((await ask(path)).status, path).toBe(200)
  expect(rendered).toEqual(['GET /cs', 'GET /'])
})

test('an API route gets the methods that it has, and no others', async () => {
  const {ask} = await serve((_, response) => void response.end())
  for (const file of globSync('app/api/**/route.ts')) {
    const path = `/${dirname(file).replace('app/', '')}`
    const own = [...readFileSync(file, 'utf8').matchAll(/^export const ([A-Z]+) =/gm)].map(([, name]) => name)
    const expected = own.includes('GET') ? ['GET', 'HEAD'] : own
    expect(allowedMethods(path), path).toEqual(expected)
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE']) {
      const {status, headers} = await ask(path, {}, method)
      const answer = [status, headers.allow]
      expect(answer, `${method} ${path}`).toEqual(
        expected.includes(method) ? [200, undefined] : [405, expected.join(', ')],
      )
    }
  }
})

test('a redirect has one Location, an error is cached for a moment, a failure not at all', async () => {
  const {ask} = await serve((incoming, response) => {
    response.setHeader('cache-control', 's-maxage=31536000')
    if (incoming.url === '/moved') response.setHeader('location', ['/en', '/en'])
    response.statusCode =
      {'/moved': 308, '/missing': 404, '/_next/static/missing': 404}[incoming.url ?? ''] ?? 500
    response.end()
  })
  expect((await ask('/moved')).headers.location).toBe('/en')
  for (const path of ['/missing', '/_next/static/missing'])
    expect((await ask(path)).headers['cache-control'], path).toBe('public, max-age=0, s-maxage=1')
  expect((await ask('/fails')).headers['cache-control']).toBe('no-store')
})

test('a flood of unknown addresses is refused before it delays pages that are known', async () => {
  const gate = Promise.withResolvers<void>()
  const {ask} = await serve(async (incoming, response) => {
    if (incoming.url?.startsWith('/unknown')) {
      await gate.promise
      response.statusCode = 404
    }
    response.end('a page')
  })
  await ask('/page')
  const flood = Array.from({length: 200}, (_, index) => ask(`/unknown/${index}`))
  const refused = await Promise.race(flood)
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1'])
  expect((await ask('/page')).body.toString()).toBe('a page')
  gate.resolve()
  const statuses = (await Promise.all(flood)).map(({status}) => status)
  expect(new Set(statuses)).toEqual(new Set([404, 503]))
  expect((await ask('/unknown/again')).status).toBe(404)
})

test('a connection that asks for another protocol gets the page', async () => {
  const {ask} = await serve(hit())
  const answer = await ask('/cs', {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': '',
  })
  expect(answer.status).toBe(200)
})

test('a handler that fails is logged, answered with 500, and leaves the server up', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const {ask} = await serve((incoming, response) => {
    if (incoming.url === '/fails') throw new Error('Expected by this test')
    response.end()
  })
  expect((await ask('/fails')).status).toBe(500)
  expect(String(log.mock.calls)).toContain('Expected by this test')
  expect((await ask('/works')).status).toBe(200)
})

test('the memory of stored responses is bounded', async () => {
  const {ask, rendered} = await serve(hit('x'.repeat(10_000)), new ResponseCache({maxBytes: 100_000}))
  for (let page = 0; page < 10; page++) await ask(`/${page}`)
  expect(rendered).toHaveLength(10)
  await ask('/9')
  await ask('/0')
  expect(rendered.slice(10)).toEqual(['GET /0'])
})

/** A page that Next is rendering again. */
const stale: Render = (_, response) => {
  response.setHeader('x-nextjs-cache', 'STALE')
  response.end('before')
}

test('visitors of a stale page wait until Next’s cache has the fresh one, and ask for it once', async () => {
  let isFresh = false
  const {ask, rendered} = await serve((...call) => (isFresh ? hit('after') : stale)(...call))
  const answers = Promise.all(Array.from({length: 20}, () => ask('/cs')))
  await vi.waitFor(() => expect(rendered).toHaveLength(1))
  isFresh = true
  announceStoredPage()
  expect(new Set((await answers).map(({body}) => body.toString()))).toEqual(new Set(['after']))
  expect(rendered).toHaveLength(2)
})

test('visitors who come at the same time share an answer only if it is for everyone', async () => {
  const {ask, rendered} = await serve(async (incoming, response) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (incoming.url === '/') response.end(incoming.headers['accept-language'])
    else await hit()(incoming, response)
  })
  const answers = (path: string) =>
    Promise.all(['cs', 'en', 'de'].map((language) => ask(path, {'accept-language': language})))
  await answers('/cs')
  expect(rendered).toEqual(['GET /cs'])
  expect((await answers('/')).map(({body}) => body.toString())).toEqual(['cs', 'en', 'de'])
})

test('just after a publish, a page whose response was dropped is sent at once, and asked for once', async () => {
  let isPublished = false
  const {ask, cache, rendered} = await serve((...call) => (isPublished ? stale : hit('before'))(...call))
  await ask('/cs')
  isPublished = true
  cache.outdate()
  cache.delete('/cs')
  await ask('/cs')
  const {headers, body} = await ask('/cs')
  expect(rendered).toHaveLength(2)
  expect([body.toString(), headers['cache-control']]).toEqual([
    'before',
    'public, max-age=0, must-revalidate',
  ])
})

test('a page that stays stale is sent after a while, and then no visitor waits', async () => {
  let now = clock.now()
  vi.spyOn(clock, 'now').mockImplementation(() => now)
  const {ask, rendered} = await serve((...call) => {
    now += 400
    return stale(...call)
  })
  expect((await ask('/cs')).body.toString()).toBe('before')
  const waited = rendered.length
  expect(waited).toBeGreaterThan(2)
  expect((await ask('/cs')).body.toString()).toBe('before')
  expect(rendered.length - waited).toBe(1)
})

/** Any path but the error pages gets `render`. */
const withErrorPages =
  (render: Render): Render =>
  (incoming, response) => {
    if (/\/(?:404|500)$/.test(incoming.url ?? ''))
      return hit(`<html>${incoming.url}</html>`)(incoming, response)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return render(incoming, response)
  }

test('a page has no script and a policy that allows none; the Studio keeps both', async () => {
  const {ask} = await serve((incoming, response) => {
    const isStudio = incoming.url?.startsWith('/studio')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', isStudio ? "script-src 'self'" : nextPolicy)
    response.end('<html><script src="/a.js"></script><p>Text.</p></html>')
  })
  for (const time of ['first', 'second']) {
    const {headers, body} = await ask('/cs')
    expect(body.toString(), time).toBe('<html><p>Text.</p></html>')
    expect(headers['content-security-policy'], time).toContain("script-src 'inline-speculation-rules'")
  }
  // A forged cookie reaches Next, but loosens nothing.
  const forged = await ask('/cs', {cookie: 'preview_session=x'})
  expect(forged.headers['content-security-policy']).toContain("script-src 'inline-speculation-rules'")
  const studio = await ask('/studio/structure')
  expect(studio.body.toString()).toContain('<script')
  expect(studio.headers['content-security-policy']).toBe("script-src 'self'")
})

test.each([
  [404, '/en/our-membership/nothing', {}, '/en/404'],
  [404, '/cs/nic', {'accept-language': 'en'}, '/cs/404'],
  [404, '/favicon.png', {'accept-language': 'de'}, '/en/404'],
  [404, '/favicon.png', {}, '/cs/404'],
  [500, '/en', {}, '/en/500'],
])(
  '%i at %s is the error page in the language of the path or of the visitor',
  async (status, path, asked, page) => {
    const {ask} = await serve(
      withErrorPages((_, response) => {
        response.statusCode = status
        response.end('<html><script>fill()</script></html>')
      }),
    )
    for (const time of ['first', 'second']) {
      const answer = await ask(path, asked as Record<string, string>)
      expect([answer.status, answer.body.toString()], time).toEqual([status, `<html>${page}</html>`])
      expect(answer.headers.vary?.includes('accept-language') ?? false).toBe(!/^\/(?:cs|en)/.test(path))
      expect(answer.headers['cache-control']).toBe(
        status === 404 ? 'public, max-age=0, s-maxage=1' : 'no-store',
      )
    }
  },
)

test('a redirect that Next has rendered again gets its location from the page', async () => {
  const {ask} = await serve(
    withErrorPages((_, response) => {
      response.statusCode = 308
      response.setHeader('content-security-policy', nextPolicy)
      response.end(
        '<html><head><meta http-equiv="refresh" content="0;url=/cs/nova;cesta?a=1&amp;b=2"/></head></html>',
      )
    }),
  )
  expect((await ask('/cs/stara')).headers.location).toBe('/cs/nova;cesta?a=1&b=2')
})
