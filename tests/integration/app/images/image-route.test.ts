import {createServer, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {LOGO_FILE} from '#lib/content/logo-size.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'

const lake = lakeForTests()

/** The route reads its configuration when it is loaded: so it is loaded for each environment a test makes. */
async function GET(request: Request): Promise<Response> {
  vi.resetModules()
  const route = await import('#app/(site)/images/site/media/[file]/route.ts')
  return route.GET(request)
}
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20"/></svg>'
const whole = `w=${LOGO_FILE.width}&h=${LOGO_FILE.height}&fit=max`
const asked = (file: string, query = whole) =>
  GET(new Request(`http://localhost/images/site/media/${file}?${query}`))

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => undefined))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('a drawing is handed on as a file to save, and never as a document of this site', async () => {
  vi.stubEnv('LAKE_PORT', new URL(lake.url).port)
  const {path} = await lake.client.assets.upload('image', Buffer.from(drawing))
  const answer = await asked(path.split('/').at(-1) ?? '')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toContain('<rect')
})

describe('whatever the image store answers', () => {
  const file = `${'0'.repeat(40)}-40x20.png`
  let store: Server
  const storeThat = async (answer: RequestListener) => {
    store = createServer(answer)
    await new Promise<void>((ready) => store.listen(0, '127.0.0.1', ready))
    // Hosted mode, with this in the place of Sanity's CDN.
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
    it(`it passes on nothing that is called ${type ?? 'nothing at all'}`, async () => {
      await storeThat((_, response) => {
        response.writeHead(200, type ? {'content-type': type} : {}).end(drawing)
      })
      const answer = await asked(file)
      expect(answer.status).toBe(502)
      expect(await answer.text()).not.toContain('script')
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    })
  }

  it('it takes a drawing for one in any spelling of its type', async () => {
    await storeThat((_, response) => {
      response.writeHead(200, {'content-type': 'Image/SVG+XML; charset=utf-8'}).end(drawing)
    })
    expect((await asked(file)).headers.get('content-disposition')).toBe('attachment')
  })

  it('it follows no redirect and passes on no error’s own words', async () => {
    await storeThat(({url}, response) => {
      if (url?.includes('auto=format')) response.writeHead(302, {location: 'http://127.0.0.1:1/'}).end()
      else response.writeHead(404, {'content-type': 'text/html'}).end(drawing)
    })
    expect((await asked(file, `${whole}&auto=format`)).status).toBe(502)
    const missing = await asked(file)
    expect(missing.status).toBe(404)
    expect(await missing.text()).toBe('No such image')
  })
})
