import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {expect, test} from './test.ts'

const secret = 'end-to-end-revalidate-secret'
const url = '/api/revalidate'
const change = JSON.stringify({
  _id: 'network-consortium',
  _type: 'network',
  _updatedAt: '2020-01-01T00:00:00Z',
  networkIds: [null, null],
  addresses: [],
})
const signed = async (body: string, key = secret) => ({
  'content-type': 'application/json',
  [SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(body, Date.now(), key),
})

test('the webhook rejects a body that is not signed with its secret', async ({request}) => {
  expect((await request.post(url, {data: change})).status()).toBe(401)
  const headers = await signed(change, 'another-secret-altogether')
  expect((await request.post(url, {data: change, headers})).status()).toBe(401)
  const altered = change.replace('network-consortium', 'network-other')
  expect((await request.post(url, {data: altered, headers: await signed(change)})).status()).toBe(401)
  expect(
    (await request.post(url, {data: change, headers: {[SIGNATURE_HEADER_NAME]: 'nonsense'}})).status(),
  ).toBe(401)
})

test('the webhook answers 400 to a signed body that is not a change', async ({request}) => {
  for (const body of ['{"_id": "a"', '[]', '{"_type": "network"}', 'null']) {
    expect(
      (await request.post(url, {data: Buffer.from(body), headers: await signed(body)})).status(),
      body,
    ).toBe(400)
  }
})

test('the webhook answers with the tags and pages of the changed network only', async ({request}) => {
  const response = await request.post(url, {data: change, headers: await signed(change)})
  expect(response.status()).toBe(200)
  const {revalidated, warming} = await response.json()
  expect(revalidated).toContain('networks')
  expect(revalidated).toContain('group:czech-networks')
  expect(revalidated).not.toContain('group:foreign-partners')
  expect(warming).toContain('/en/our-membership/czech-networks')
  expect(warming).toContain('/cs/nase-clenstvi/ceske-site')
})

test('the webhook rejects GET and large bodies', async ({request}) => {
  expect((await request.get(url)).status()).toBe(405)
  const large = JSON.stringify({filler: 'x'.repeat(100_000)})
  expect((await request.post(url, {data: large, headers: await signed(large)})).status()).toBe(413)
})
