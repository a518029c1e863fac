import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {checkout} from '../sites/checkout.ts'
import {TestNginx} from '../sites/nginx.ts'
import {waitUntil} from '../sites/process.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 30
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 30
const nginxPort = port + 1

const folder = checkout('behind-nginx')
const lake = new TestLake(lakePort, port)
const site = new TestSite({folder, port, lakePort, env: {TRUSTED_PROXIES: '127.0.0.1'}})
const nginx = new TestNginx({port: nginxPort, servers: [port], build: folder})

const page = '/en/our-membership/european-networks/picum'
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(nginx.url + path, {headers, redirect: 'manual'})

test.beforeAll(async () => {
  await lake.start()
  await site.start()
  await nginx.start()
})

test.afterAll(async () => {
  await nginx.stop()
  await site.stop()
  await lake.stop()
})

test('a publish is visible behind nginx within two seconds, even after a time without requests', async () => {
  await get(page)
  for (const [name, quietMs] of [
    ['Seen soon', 0],
    ['Seen after a while', 5_000],
  ] as const) {
    await new Promise((resolve) => setTimeout(resolve, quietMs))
    await lake.client.patch('network-picum').set({'name.en': name}).commit()
    await waitUntil(async () => (await site.text(page)).includes(name), `the site serves ${name}`)
    const since = Date.now()
    await waitUntil(async () => (await (await get(page)).text()).includes(name), `nginx serves ${name}`)
    expect(Date.now() - since).toBeLessThan(2_000)
  }
  // More than two seconds after a publish, no visitor gets the previous page.
  await lake.client.patch('network-picum').set({'name.en': 'Seen by later visitors'}).commit()
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  expect(await (await get(page)).text()).toContain('Seen by later visitors')
})

test('nginx caches pages for a moment, compressed, and ignores query strings of campaigns', async () => {
  await get('/cs', {'accept-encoding': 'gzip, deflate, br'})
  const again = await get('/cs?utm_source=somewhere', {'accept-encoding': 'br;q=1, gzip;q=0.5'})
  expect(again.headers.get('x-cache')).toBe('HIT')
  expect(again.headers.get('content-encoding')).toBe('br')
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
  const plain = await get('/cs', {'accept-encoding': 'identity'})
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(await again.text())
})

test('answers for Next’s router and previews are not cached as pages', async () => {
  const forged = await get('/en', {
    rsc: '1',
    'next-router-state-tree': '%5B%22%22%5D',
    'next-router-prefetch': '1',
  })
  expect(forged.headers.get('content-type')).toContain('text/html')
  expect(await (await get('/en')).text()).toContain('<html lang="en"')
  const preview = await get('/en', {cookie: 'preview_session=made-up'})
  expect(preview.headers.get('x-cache')).toBe('BYPASS')
})

test('no request through nginx can revalidate a page, even with the site’s own secret', async () => {
  const manifest = readFileSync(join(folder, '.next/prerender-manifest.json'), 'utf8')
  const secret: string = JSON.parse(manifest).preview.previewModeId
  const headers = {'x-prerender-revalidate': secret}
  const inside = await fetch(`${site.url}${page}`, {headers})
  expect(inside.headers.get('x-nextjs-cache')).toBe('REVALIDATED')
  for (const path of [page, '/en/og/home', '/api/health']) {
    const outside = await get(`${path}?not-kept`, {...headers, cookie: 'preview_session=x'})
    expect(outside.headers.get('x-nextjs-cache'), path).not.toBe('REVALIDATED')
  }
})

test('404s, redirects, files and API routes are the same as without nginx', async () => {
  expect((await get('/en/nothing')).status).toBe(404)
  const moved = await get('/en/organization/history/czech-network?popup=close')
  expect(moved.status).toBe(308)
  expect(moved.headers.get('location')).toContain('/en/our-membership/czech-networks')
  expect((await get('/data/popolo.json')).headers.get('content-type')).toContain('application/json')
  expect((await get('/')).status).toBe(307)
  const health = await get('/api/health', {'x-request-id': 'id-of-a-test'})
  expect(health.status).toBe(200)
  expect(health.headers.get('x-request-id')).toBe('id-of-a-test')
  const large = await fetch(`${nginx.url}/api/revalidate`, {method: 'POST', body: 'x'.repeat(100_000)})
  expect(large.status).toBe(413)
})

test('while the site is down, visitors get cached pages or an error page, and after that fresh pages', async () => {
  const cached = [page, '/cs', '/en/our-membership', '/sitemap.xml']
  for (const path of cached) expect((await get(path)).status, path).toBe(200)
  await site.stop('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  for (let time = 0; time < 20; time++)
    for (const path of cached) expect((await get(path)).status, path).toBe(200)
  const uncached = await get('/en/our-membership/czech-networks/never-requested')
  expect(uncached.status).toBe(502)
  expect(await uncached.text()).toContain('The page can’t be shown right now')
  await site.start()
  await lake.client.patch('network-picum').set({'name.en': 'Published after the outage'}).commit()
  await waitUntil(
    async () => (await (await get(page)).text()).includes('Published after the outage'),
    'nginx serves the page published after the outage',
  )
})
