import {readFileSync} from 'node:fs'
import {LOGO_FILE} from '#lib/content/logo-size.ts'
import {lake} from './lake.ts'
import {nextSecret, studioPreview} from './preview-cookie.ts'
import {raw} from './raw-request.ts'
import {expect, test} from './test.ts'

const lakeOrigin = `http://127.0.0.1:${process.env.E2E_LAKE_PORT ?? 3533}`
const networkId = 'network-pro-bono-aliance'
const page = '/en/our-membership/czech-networks/pro-bono-aliance'
const payload = `document.documentElement.setAttribute('data-ran', '1'); document.title = 'ran'`
const size = `w=${LOGO_FILE.width}&h=${LOGO_FILE.height}&fit=max`
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" onload="${payload}"><script>${payload}</script><rect width="192" height="192" fill="#06c"/></svg>`
const html = `<!doctype html><title>uploaded</title><script>${payload}</script>`

let file = ''
let assetId = ''
let published: Awaited<ReturnType<typeof lake.getDocument>>

test.beforeAll(async () => {
  const asset = await lake.assets.upload('image', Buffer.from(drawing), {filename: 'logo.svg'})
  assetId = asset._id
  file = asset.path.split('/').at(-1) ?? ''
  published = await lake.getDocument(networkId)
})

test.afterAll(async () => {
  if (published) await lake.createOrReplace(published)
  await lake.delete(`drafts.${networkId}`)
  await lake.delete({query: '*[_type == "sanity.previewUrlSecret"]'})
  await lake.delete(assetId)
})

test('an uploaded SVG is never served as a document of the site, for any cookie, method or path', async () => {
  const {cookie: preview} = await studioPreview()
  const query = `?${size}`
  const addresses = [
    `/images/site/media/${file}`,
    `/%69mages/site/media/${file}`,
    `/images/%73ite/media/${file}`,
    `/images/site/media/${file.replace('svg', '%73vg')}`,
    `//images/site/media/${file}`,
    `/images//site/media/${file}`,
    `/images/site/media/${file}/`,
    `/Images/site/media/${file}`,
    `/IMAGES/SITE/MEDIA/${file}`,
    `/studio/../images/site/media/${file}`,
    `/studio/%2e%2e/images/site/media/${file}`,
    `/studio/..%2fimages/site/media/${file}`,
    `/cs/../images/site/media/${file}`,
    `/cs/%2e%2e/images/site/media/${file}`,
    `/cs/..%2f..%2fimages/site/media/${file}`,
    `/en/../cs/..\\images/site/media/${file}`,
    `/images/site/media/../media/${file}`,
  ]
  let served = 0
  for (const cookie of [undefined, '__prerender_bypass=x', `__prerender_bypass=${nextSecret}`, preview]) {
    for (const method of ['GET', 'HEAD'] as const) {
      for (const address of [...addresses, ...addresses]) {
        const answer = await raw(address + query, {method, headers: cookie ? {cookie} : {}})
        const what = `${method} ${address} with ${cookie ?? 'no cookie'}`
        if (answer.status === 308) continue
        if (!String(answer.headers['content-type']).startsWith('image/')) {
          expect(answer.body, what).not.toContain('data-ran')
          continue
        }
        served++
        expect(answer.headers['content-type'], what).toBe('image/svg+xml')
        expect(answer.headers['content-disposition'], what).toBe('attachment')
        expect(answer.headers['x-content-type-options'], what).toBe('nosniff')
        expect(answer.csp, what).toContain("default-src 'none'")
        expect(answer.csp, what).not.toMatch(/script-src[^;]*unsafe/)
      }
    }
    const canonical = await raw(`/images/site/media/${file}${query}`, {headers: cookie ? {cookie} : {}})
    expect(canonical.csp).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  }
  expect(served, 'at least the canonical path was served each time').toBeGreaterThanOrEqual(16)
})

test('Next’s image optimizer, which no page uses, is off', async () => {
  const url = encodeURIComponent(`/images/site/media/${file}?${size}`)
  expect((await raw(`/_next/image?url=${url}&w=256&q=75`)).status).toBe(404)
})

for (const who of ['a visitor', 'a visitor with a forged cookie', 'an editor in a preview']) {
  test(`the SVG opened by its URL is downloaded and does not run: ${who}`, async ({
    page: tab,
    context,
    baseURL,
  }) => {
    if (who === 'a visitor with a forged cookie')
      await context.addCookies([{name: '__prerender_bypass', value: 'x', url: baseURL ?? ''}])
    if (who === 'an editor in a preview') {
      const [name = '', value = ''] = (await studioPreview()).cookie.split(';')[0]?.split('=') ?? []
      await context.addCookies([{name, value, url: baseURL ?? ''}])
    }
    const saved = tab.waitForEvent('download')
    await tab.goto(`/images/site/media/${file}?${size}`).catch(() => undefined)
    expect(readFileSync(await (await saved).path(), 'utf8')).toContain('data-ran')
    await expect(tab).not.toHaveTitle('ran')
  })
}

test('the SVG is shown as a logo in a page, to visitors and in a preview', async ({
  page: tab,
  context,
  baseURL,
}) => {
  const logo = {_type: 'image', asset: {_type: 'reference', _ref: assetId}}
  await lake.patch(networkId).set({logo}).commit()
  const shown = tab.locator('img.logo').first()
  const width = () => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)
  await expect(async () => {
    await tab.goto(page)
    await expect(shown).toBeVisible({timeout: 1_000})
  }).toPass()
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(width).toBe(192)
  await expect(tab).not.toHaveTitle('ran')

  const [name = '', value = ''] = (await studioPreview()).cookie.split(';')[0]?.split('=') ?? []
  await context.addCookies([{name, value, url: baseURL ?? ''}])
  await tab.goto(page)
  await expect(tab.getByRole('complementary', {name: 'Preview'})).toBeVisible()
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(width).toBe(192)
  await expect(tab).not.toHaveTitle('ran')
})

test('uploaded files do not run on the lake’s own origin, where they could write', async ({
  page: tab,
  expectConsole,
}) => {
  expectConsole(/Blocked script execution/)
  await tab.goto(`${lakeOrigin}/images/local/production/${file}`)
  expect(await tab.locator('svg').getAttribute('data-ran')).toBeNull()

  for (const [filename, contentType] of [
    ['a.html', 'text/html'],
    ['a.xhtml', 'application/xhtml+xml'],
    ['a.svg', 'image/svg+xml'],
    ['a.xml', 'text/xml'],
    ['a.pdf', 'application/pdf'],
    ['a.js', 'text/javascript'],
  ] as const) {
    const body = Buffer.from(`${contentType === 'text/html' ? html : drawing}<!-- ${filename} -->`)
    const asset = await lake.assets.upload('file', body, {filename, contentType})
    for (const address of [asset.url, `${asset.url}/nice-name.html`, `${asset.url}?dl=`]) {
      const {headers} = await fetch(address)
      expect(headers.get('content-disposition'), address).toMatch(/^attachment/)
      expect(headers.get('content-security-policy'), address).toContain('sandbox')
      expect(headers.get('x-content-type-options'), address).toBe('nosniff')
      const again = await fetch(address, {headers: {'if-none-match': headers.get('etag') ?? ''}})
      expect(again.status).toBe(304)
      expect(again.headers.get('content-security-policy'), address).toContain('sandbox')
    }
    await lake.delete(asset._id)
  }
})
