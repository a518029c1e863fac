import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {afterEach, beforeEach, expect, it, vi} from 'vitest'

/** The route reads its configuration at import, so each test imports it with its own environment. */
async function POST(request: Request): Promise<Response> {
  vi.resetModules()
  const route = await import('#app/api/revalidate/route.ts')
  return route.POST(request)
}

const secret = 'a-secret-for-this-test'
const call = (body: string, headers: Record<string, string> = {}) =>
  POST(new Request('http://localhost/api/revalidate', {method: 'POST', body, headers}))
const signed = async (body: string) =>
  call(body, {[SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(body, Date.now(), secret)})

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => undefined))
afterEach(() => vi.unstubAllEnvs())

it('without a configured secret the webhook refuses every request', async () => {
  for (const unset of [undefined, '', ' ']) {
    vi.stubEnv('SANITY_REVALIDATE_SECRET', unset)
    expect((await signed('{"_id":"a","_type":"network"}')).status).toBe(503)
    expect((await call('')).status).toBe(503)
  }
})

it('with a secret the webhook accepts only requests signed with it', async () => {
  vi.stubEnv('SANITY_REVALIDATE_SECRET', secret)
  expect((await call('{}')).status).toBe(401)
  expect((await call('{}', {[SIGNATURE_HEADER_NAME]: 't=1,v1=guess'})).status).toBe(401)
  expect((await signed('{"_id":')).status).toBe(400)
  expect((await signed('{"_id":"","_type":"network"}')).status).toBe(400)
  expect((await call('x'.repeat(70_000))).status).toBe(413)
})
