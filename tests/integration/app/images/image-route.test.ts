import {createServer, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {LOGO_FILE} from '#lib/content/logo-size.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'

const lake = lakeForTests()

/** The route reads its configuration at import, so each test imports it with its own environment. */
async function GET(request: Request): Promise<Response> {
  vi.resetModules()
  const route = await import('#app/(site)/images/site/media/[file]/route.ts')
  return route.GET(request)
}
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20"/></svg>'
const uncropped = `w=${LOGO_FILE.width}&h=${LOGO_FILE.height}&fit=max`
const get = (file: string, query = uncropped) =>
  GET(new Request(`http://localhost/images/site/media/${file}?${query}`))

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => undefined))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('an SVG is sent as a download, never as a document of this site', async () => {
  vi.stubEnv('LAKE_PORT', new URL(lake.url).port)
  const {path} = await lake.client.assets.upload('image', Buffer.from(svg))
  const answer = await get(path.split('/').at(-1) ?? '')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toContain('<rect')
})

describe('when the image store answers wrongly', () => {
  const file = `${'0'.repeat(40)}-40x20.png`
  let store: Server
  const startStore = async (answer: RequestListener) => {
    store = createServer(answer)
    await new Promise<void>((ready) => store.listen(0, '127.0.0.1', ready))
    // Hosted mode, with this server in place of Sanity's CDN.
    vi.stubEnv('NEXT_PUBLIC_SANITY_PROJECT_ID', 'hosted1')
    vi.stubEnv('NEXT_PUBLIC_SITE_URL', 'https://www.example.org')
    vi.stubEnv('SANITY_API_READ_TOKEN', 'a-token-for-this-test')
    vi.stubEnv('SANITY_REVALIDATE_SECRET', 'a-secret-for-this-test')
    vi.stubEnv('SANITY_API_HOST', `http://127.0.0.1:${(store.address() as AddressInfo).port}`)
  }
  afterEach(() => new Promise((closed) => store.close(closed)))

  for (const type of [
    'text/html',
    'application/xhtml+xml',
    'text/xml',
    'application/pdf',
    'application/javascript',
    'image/svg+xml2',
    'text/html, image/png',
    undefined,
  ]) {
    it(`the route refuses the type ${type ?? '(none)'}`, async () => {
      await startStore((_, response) => {
        response.writeHead(200, type ? {'content-type': type} : {}).end(svg)
      })
      const answer = await get(file)
      expect(answer.status).toBe(502)
      expect(await answer.text()).not.toContain('script')
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    })
  }

  it('the route recognises SVG in any spelling of its type', async () => {
    await startStore((_, response) => {
      response.writeHead(200, {'content-type': 'Image/SVG+XML; charset=utf-8'}).end(svg)
    })
    expect((await get(file)).headers.get('content-disposition')).toBe('attachment')
  })

  it('the route follows no redirect and sends no error text of the store', async () => {
    await startStore(({url}, response) => {
      if (url?.includes('auto=format')) response.writeHead(302, {location: 'http://127.0.0.1:1/'}).end()
      else response.writeHead(404, {'content-type': 'text/html'}).end(svg)
    })
    expect((await get(file, `${uncropped}&auto=format`)).status).toBe(502)
    const missing = await get(file)
    expect(missing.status).toBe(404)
    expect(await missing.text()).toBe('No such image')
  })
})
