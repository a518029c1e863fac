import {lake} from './lake.ts'
import {raw} from './raw-request.ts'
import {expect, test} from './test.ts'

/** Sends one request twice: Next answers the first from a render and the second from its cache. */
async function twice(path: string, options: Parameters<typeof raw>[1] = {}) {
  return [
    {...(await raw(path, options)), time: `${path}, first`},
    {...(await raw(path, options)), time: `${path}, second`},
  ]
}

const seconds = (cacheControl = '') =>
  Math.max(
    0,
    ...[...cacheControl.matchAll(/(?:max-age|s-maxage|stale-while-revalidate)=(\d+)/g)].map((match) =>
      Number(match[1]),
    ),
  )

const kinds = {
  page: '/en/our-membership/european-networks/picum',
  home: '/cs',
  group: '/en/our-membership/czech-networks',
  feed: '/cs/feed.xml',
  table: '/data/networks.csv',
  json: '/data/popolo.json',
  picture: '/en/og/home',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
}

for (const [kind, path] of Object.entries(kinds)) {
  test(`${kind}: compressed, comparable, the same for GET and HEAD and for headers of Next`, async () => {
    for (const answer of await twice(path)) {
      expect(answer.status, answer.time).toBe(200)
      expect(answer.headers.vary ?? '', answer.time).not.toMatch(/rsc|next-/i)
      expect(seconds(answer.headers['cache-control']), answer.time).toBeLessThanOrEqual(1)
    }
    // The tests before this one have published: wait for the page that follows.
    await expect.poll(async () => (await raw(path)).headers['x-nextjs-cache']).toBe('HIT')
    const {headers, body} = await raw(path)
    const etag = String(headers.etag)
    expect(etag).toMatch(/^W\/".+"$/)
    const known = await raw(path, {headers: {'if-none-match': etag}})
    expect([known.status, known.body]).toEqual([304, ''])
    const head = await raw(path, {method: 'HEAD'})
    expect([head.status, head.body]).toEqual([200, ''])
    const forged = await raw(path, {
      headers: {rsc: '1', 'next-router-state-tree': 'x', 'next-router-prefetch': '1'},
    })
    expect([forged.status, forged.body]).toEqual([200, body])
    if (kind === 'picture') return
    for (const encoding of ['br', 'gzip'])
      expect(
        (await raw(path, {headers: {'accept-encoding': encoding}})).headers['content-encoding'] ??
          `none: ${body.length} bytes`,
      ).toBe(body.length < 1_000 ? `none: ${body.length} bytes` : encoding)
  })
}

test('open data may be read by pages of other sites, pages may not', async () => {
  for (const path of ['/data/networks.csv', '/data/popolo.json', '/en/feed.xml'])
    expect((await raw(path)).headers['access-control-allow-origin'], path).toBe('*')
  expect((await raw('/en')).headers['access-control-allow-origin']).toBeUndefined()
})

test('a network asked for in another group is redirected with one Location', async () => {
  for (const {status, headers, time} of await twice('/en/our-membership/czech-networks/eunomad')) {
    expect(status, time).toBe(308)
    expect(headers.location, time).toBe('/en/our-membership/european-networks/eunomad')
  }
})

test('no error is cached for more than a second', async () => {
  const missing = [
    '/api/nothing',
    '/_next/static/nothing.js',
    '/nothing',
    '/cs/nothing',
    '/cs/og/nothing',
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
  ]
  for (const path of missing)
    for (const {status, headers, time} of await twice(path)) {
      expect(status, time).toBe(404)
      expect(seconds(headers['cache-control']), time).toBeLessThanOrEqual(1)
    }
})

test('the preview picture of a network comes and goes with it', async () => {
  const id = 'network-with-picture'
  const picture = async () => (await raw('/en/og/network/with-picture')).status
  const network = {
    _id: id,
    _type: 'network',
    name: {_type: 'localeString', cs: 'Síť s obrázkem', en: 'Network with a picture'},
    slug: {
      _type: 'localeSlug',
      cs: {_type: 'slug', current: 'sit-s-obrazkem'},
      en: {_type: 'slug', current: 'with-picture'},
    },
    relationKind: 'network',
    level: 'czech',
    bodyType: 'other',
  }
  try {
    for (const time of ['published', 'published again']) {
      await lake.createOrReplace(network)
      await expect.poll(picture, time).toBe(200)
      await lake.delete(id)
      await expect.poll(picture, `deleted after it was ${time}`).toBe(404)
    }
  } finally {
    await lake.delete(id)
  }
})

test('the error pages are errors at their own addresses', async () => {
  for (const path of ['/en/404', '/cs/404', '/en/500', '/cs/500'])
    for (const {status, time} of await twice(path)) expect(String(status), time).toBe(path.slice(-3))
})

test('each page has one address: other spellings redirect, and what can’t be decoded is a bad request', async () => {
  for (const [path, location] of [
    ['/%63s', '/cs'],
    ['/cs/./og/%68ome', '/cs/og/home'],
    ['/en/%2e%2e/cs?utm_source=x', '/cs?utm_source=x'],
    ['//example.com/', '/example.com/'],
    ['/cs/', '/cs'],
  ] as const)
    for (const {status, headers, time} of await twice(path)) {
      expect(status, time).toBe(308)
      expect(headers.location, time).toBe(location)
    }
  for (const path of ['/cs/%A0', '/%ff', '/images/site/media/%A0', '/studio/%A0', '/cs/50%'])
    for (const {status, time} of await twice(path)) expect(status, time).toBe(400)
  for (const path of ['/cs/50%25', '/cs/%2563s', '/%2563s', '/cs/%00', '/cs/%2F'])
    for (const {status, time} of await twice(path)) expect(status, time).toBe(404)
})

test('methods that a page does not have are refused and do nothing', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    for (const path of ['/cs', '/wp-admin/setup.php', '/data/networks.csv', '/studio']) {
      const answer = await raw(path, {method, headers: {'next-action': 'x', rsc: '1'}})
      expect([answer.status, answer.headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD'])
    }
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE'])
    for (const path of ['/api/health', '/api/revalidate', '/api/nope']) {
      const {status, headers} = await raw(path, {method})
      expect([status, headers.allow], `${method} ${path}`).toEqual([
        405,
        path === '/api/revalidate' ? 'POST' : 'GET, HEAD',
      ])
    }
})

test('a form sent to a page of a preview that has ended is no failure', async () => {
  const answer = await raw('/cs', {
    method: 'POST',
    headers: {cookie: 'preview_session=x', 'next-action': 'x'},
  })
  expect(answer.status).toBeLessThan(500)
})

test('a request for another protocol gets the page', async () => {
  for (const upgrade of ['h2c', 'websocket']) {
    const answer = await raw('/cs', {
      method: 'GET',
      headers: {
        connection: 'Upgrade, HTTP2-Settings',
        upgrade,
        'http2-settings': 'AAMAAABk',
      },
    })
    expect(answer.status, upgrade).toBe(200)
  }
})

test('readers of other languages than Czech and Slovak get English', async () => {
  for (const [language, location] of [
    ['de', '/en'],
    ['uk,ru;q=0.5', '/en'],
    ['sk', '/cs'],
    ['', '/cs'],
  ] as const)
    expect((await raw('/', {headers: {'accept-language': language}})).headers.location, language).toBe(
      location,
    )
})
