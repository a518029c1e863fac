import {
  disablePreviewAccessSharing,
  enablePreviewAccessSharing,
} from '@sanity/preview-url-secret/toggle-preview-access-sharing'
import {type PreviewSession, signingKey, signSession} from '#lib/server/preview/session-token.ts'
import {lake} from './lake.ts'
import {enablePath, enterPreview, nextSecret, studioPreview} from './preview-cookie.ts'
import {asRouter, raw} from './raw-request.ts'
import {expect, test} from './test.ts'

const id = 'network-pro-bono-aliance'
const marker = 'Zz-a-draft-of-the-session-test-zZ'
const network = '/en/our-membership/czech-networks/pro-bono-aliance'
const pages = [
  network,
  '/cs/nase-clenstvi/ceske-site/pro-bono-aliance',
  '/en',
  '/cs',
  '/en/our-membership',
  '/cs/nase-clenstvi/ceske-site',
]
const notFound = ['/en/nothing', '/en/our-membership/czech-networks/no-such-network']
const notPages = [
  '/',
  '/nothing',
  '/en/feed.xml',
  '/cs/feed.xml',
  '/en/og/home',
  '/en/og/network/pro-bono-aliance',
  '/sitemap.xml',
  '/robots.txt',
  '/data/networks.csv',
  '/data/memberships.csv',
  '/data/popolo.json',
  '/api/health',
  '/images/site/media/nothing.svg',
  '/_next/static/nothing.js',
]
const STRICT_CSP = "default-src 'none'"
const PREVIEW_CSP = "default-src 'self'"

const share = () => enablePreviewAccessSharing(lake, 'test', 'http://localhost/studio')
const stopSharing = () => disablePreviewAccessSharing(lake, 'test', 'http://localhost/studio')
const leave = (cookie: string) => raw('/api/draft-mode/disable', {method: 'POST', headers: {cookie}})
const tokenIn = (cookie: string) => /preview_session=([^;]+)/.exec(cookie)?.[1] ?? ''
const sessionIn = (cookie: string): PreviewSession =>
  JSON.parse(Buffer.from(tokenIn(cookie).split('.')[0] ?? '', 'base64url').toString())
const signedWith = (readToken: string, session: PreviewSession) =>
  `preview_session=${signSession(session, signingKey(readToken))}`

test.beforeAll(async () => {
  const published = await lake.getDocument(id)
  if (!published) throw new Error(`The seed has no ${id}`)
  const summary = {...published.summary, en: marker, cs: marker}
  await lake.createOrReplace({...published, _id: `drafts.${id}`, summary})
})

test.afterAll(async () => {
  await lake.delete(`drafts.${id}`)
  await lake.delete({query: '*[_type in ["sanity.previewUrlSecret", "sanity.previewUrlShareAccess"]]'})
})

test('a valid preview shows drafts on every page, has its own policy and is never cached', async () => {
  const {cookie} = await studioPreview()
  for (const path of [...pages, ...notFound]) {
    for (const send of [raw, asRouter]) {
      const answer = await send(path, {headers: {cookie}})
      if (send === raw) expect(answer.status, path).toBe(notFound.includes(path) ? 404 : 200)
      expect(answer.csp, path).toContain(PREVIEW_CSP)
      expect(answer.headers['cache-control'], path).toContain('no-store')
    }
    expect((await raw(path, {method: 'HEAD', headers: {cookie}})).csp, path).toContain(PREVIEW_CSP)
  }
  expect((await raw(network, {headers: {cookie}})).body).toContain(marker)
  expect((await asRouter(network, {headers: {cookie}})).body).toContain(marker)
  // Visitors do not get pages rendered for the preview.
  for (const path of pages) expect((await raw(path)).body, path).not.toContain(marker)
  expect((await asRouter(network)).body).not.toContain(marker)
})

test('no header and no body ever contains Next’s own secret', async () => {
  const {secret} = await studioPreview()
  const entered = await raw(enablePath(secret))
  const cookie = (entered.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
  expect(entered.headers['set-cookie']?.join()).toMatch(
    /preview_session=[^;]+; Path=\/;.*HttpOnly; SameSite=lax/i,
  )
  const answers = [
    entered,
    await leave('preview_session=x'),
    ...(await Promise.all(
      [...pages, ...notFound, ...notPages, '/studio'].map((path) => raw(path, {headers: {cookie}})),
    )),
    ...(await Promise.all(pages.map((path) => asRouter(path, {headers: {cookie}})))),
    await leave(cookie),
  ]
  for (const {headers, body} of answers) expect(JSON.stringify(headers) + body).not.toContain(nextSecret)
})

test('a preview affects pages only: files, feeds, pictures and API routes are the same as for a visitor', async () => {
  const {cookie} = await studioPreview()
  for (const path of notPages) {
    const [visitor, preview] = [await raw(path), await raw(path, {headers: {cookie}})]
    expect(preview.status, path).toBe(visitor.status)
    expect(preview.csp, path).toBe(visitor.csp)
    expect(preview.csp, path).toContain(STRICT_CSP)
    expect(preview.body, path).not.toContain(marker)
  }
})

test('a forged cookie, even with Next’s own secret, shows no draft and does not change the policy on any path', async () => {
  test.slow()
  const {cookie} = await studioPreview()
  const session = sessionIn(cookie)
  const forgeries = [
    '__prerender_bypass=x',
    `__prerender_bypass=${nextSecret}`,
    `__prerender_bypass=; __prerender_bypass=${nextSecret}`,
    `__prerender_bypass=${nextSecret}; __prerender_bypass=`,
    `a=b;__prerender_bypass=${nextSecret};c`,
    `__prerender_bypass=${nextSecret}; __next_preview_data=x`,
    `__prerender_bypass=${nextSecret}; sanity-preview-perspective=drafts`,
    'preview_session',
    'preview_session=',
    'preview_session=x',
    `preview_session=${nextSecret}`,
    `preview_session=${tokenIn(cookie).slice(0, -1)}`,
    `preview_session=${tokenIn(cookie)}A`,
    `preview_session=${tokenIn(cookie)}; preview_session=x`,
    `preview_session=x; __prerender_bypass=${nextSecret}`,
    `${signedWith('another-read-token', session)}; __prerender_bypass=${nextSecret}`,
  ]
  for (const path of [...pages, ...notFound, ...notPages]) {
    const visitor = await raw(path)
    for (const forged of forgeries) {
      for (const send of [raw, asRouter]) {
        const answer = await send(path, {headers: {cookie: forged}})
        const what = `${path} with ${forged}`
        expect(answer.csp, what).toBe(visitor.csp)
        expect(answer.body, what).not.toContain(marker)
        if (send === raw) expect(answer.status, what).toBe(visitor.status)
      }
      expect((await raw(path, {method: 'HEAD', headers: {cookie: forged}})).csp).toBe(visitor.csp)
    }
  }
  // The draft still exists.
  expect((await raw(network, {headers: {cookie}})).body).toContain(marker)
})

test('internal headers of Next and its proxy do not open a preview from outside', async () => {
  const attempts: Record<string, string>[] = [
    {'x-middleware-set-cookie': `__prerender_bypass=${nextSecret}`},
    {
      'x-middleware-override-headers': 'cookie',
      'x-middleware-request-cookie': `__prerender_bypass=${nextSecret}`,
    },
    {'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', cookie: `__prerender_bypass=${nextSecret}`},
    {'x-prerender-revalidate': nextSecret, cookie: `__prerender_bypass=${nextSecret}`},
    {'x-prerender-revalidate': 'x', cookie: `__prerender_bypass=${nextSecret}`},
  ]
  for (const headers of attempts) {
    const answer = await raw(network, {headers})
    expect(answer.csp, JSON.stringify(headers)).toContain(STRICT_CSP)
    expect(answer.body, JSON.stringify(headers)).not.toContain(marker)
  }
  expect((await raw(network)).body).not.toContain(marker)
})

test('only the server’s own secret can revalidate a page', async () => {
  const {cookie} = await studioPreview()
  for (const guess of ['x', tokenIn(cookie), 'end-to-end-revalidate-secret', '']) {
    const answer = await raw(network, {headers: {'x-prerender-revalidate': guess}})
    expect(answer.headers['x-nextjs-cache'], guess).not.toBe('REVALIDATED')
  }
  const revalidated = await raw(network, {headers: {'x-prerender-revalidate': nextSecret}})
  expect(revalidated.headers['x-nextjs-cache']).toBe('REVALIDATED')
})

test('an expired session shows a message and no draft, and its cookie is deleted', async () => {
  const {cookie} = await studioPreview()
  const expired = signedWith('end-to-end-read-token', {...sessionIn(cookie), expires: Date.now() - 1})
  for (const path of [network, '/cs/nase-clenstvi/ceske-site/pro-bono-aliance']) {
    const answer = await raw(path, {headers: {cookie: expired}})
    expect(answer.status).toBe(410)
    expect(answer.csp).toContain(STRICT_CSP)
    expect(answer.headers['cache-control']).toContain('no-store')
    expect(answer.headers['set-cookie']?.join()).toMatch(/preview_session=;/)
    expect(answer.body).toContain(path.startsWith('/en') ? 'The preview has ended' : 'Náhled skončil')
    expect(answer.body).not.toContain(marker)
    expect((await asRouter(path, {headers: {cookie: expired}})).status).toBe(410)
    expect((await raw(path, {method: 'HEAD', headers: {cookie: expired}})).status).toBe(410)
  }
  expect((await raw('/en/feed.xml', {headers: {cookie: expired}})).status).toBe(200)
})

test('leaving ends the session on the server: copies of its cookies stop working, other previews continue', async () => {
  const {secret, cookie: first} = await studioPreview()
  // The Presentation tool opens the preview again with every change of perspective.
  const second = await enterPreview(secret, first)
  expect(tokenIn(second)).not.toBe('')
  const other = await enterPreview(secret)
  const left = await leave(second)
  expect(left.status).toBe(303)
  expect(left.headers['set-cookie']?.join()).toMatch(/preview_session=;/)
  for (const copy of [first, second]) {
    const answer = await raw(network, {headers: {cookie: copy}})
    expect(answer.status).toBe(410)
    expect(answer.body).not.toContain(marker)
  }
  expect((await raw(network, {headers: {cookie: other}})).body).toContain(marker)
  // Opening the preview again starts a new session.
  const back = await enterPreview(secret, second)
  expect(sessionIn(back).id).not.toBe(sessionIn(second).id)
  expect((await raw(network, {headers: {cookie: back}})).body).toContain(marker)
})

test('turning sharing off, or deleting the Studio’s secret, ends the previews opened with it within seconds', async () => {
  const shared = await enterPreview((await share()).secret)
  const {cookie: fromStudio} = await studioPreview()
  for (const cookie of [shared, fromStudio])
    expect((await raw(network, {headers: {cookie}})).body).toContain(marker)
  await stopSharing()
  await lake.delete({query: '*[_type == "sanity.previewUrlSecret"]'})
  for (const cookie of [shared, fromStudio]) {
    await expect(async () => {
      expect((await raw(network, {headers: {cookie}})).status).toBe(410)
    }).toPass({timeout: 4_000})
    expect((await raw(network, {headers: {cookie}})).body).not.toContain(marker)
  }
  // After sharing is turned on again, the old preview stays closed.
  await share()
  expect((await raw(network, {headers: {cookie: shared}})).status).toBe(410)
})

test('leaving the preview in one window ends it in the other', async ({page, context}) => {
  const {secret} = await studioPreview()
  await page.goto(enablePath(secret, network))
  const other = await context.newPage()
  await other.goto(network)
  await expect(other.getByText(marker).first()).toBeVisible()
  await page.getByRole('button', {name: 'Leave the preview'}).click()
  await expect(page.getByText(marker)).toHaveCount(0)
  await other.reload()
  await expect(other.getByText(marker)).toHaveCount(0)
  await expect(other.getByRole('complementary', {name: 'Preview'})).toHaveCount(0)
})

test('the Presentation tool opens the preview with a new secret after an hour, in the same session', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(/Unable to connect to visual editing/)
  await page.clock.install()
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(network)}`)
  const preview = page.frameLocator('iframe').first()
  await expect(preview.getByText(marker).first()).toBeVisible({timeout: 60_000})
  const session = async () => {
    const token = (await context.cookies()).find(({name}) => name === 'preview_session')?.value
    return sessionIn(`preview_session=${token}`)
  }
  const first = await session()
  await page.clock.fastForward('01:00:30')
  await expect.poll(async () => (await session()).secretId, {timeout: 60_000}).not.toBe(first.secretId)
  expect((await session()).id, 'the session is the same, so leaving it ends all of it').toBe(first.id)
  await expect(preview.getByText(marker).first()).toBeVisible({timeout: 60_000})
})

test('a cookie of Next from an earlier version is deleted, and the visitor gets the page', async () => {
  const answer = await raw(network, {headers: {cookie: `__prerender_bypass=${nextSecret}`}})
  expect(answer.status).toBe(200)
  expect(answer.headers['set-cookie']?.join()).toMatch(/__prerender_bypass=;.*Max-Age=0/i)
  expect(answer.headers['cache-control']).toContain('no-store')
})
