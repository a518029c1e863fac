import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {checkout} from '../sites/checkout.ts'
import {FaultProxy} from '../sites/fault-proxy.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {enablePath} from './preview-cookie.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 40
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 40
const proxyPort = lakePort + 1
const lake = new TestLake(lakePort, port)
const site = new TestSite({folder: checkout('preview-outage'), port, lakePort: proxyPort})
let proxy: FaultProxy
const network = '/en/our-membership/european-networks/picum'
const marker = 'Only a draft says this during an outage.'

const get = (path: string, cookie = '', method = 'GET') =>
  fetch(site.url + path, {
    method,
    redirect: 'manual',
    headers: {connection: 'close', ...(cookie && {cookie})},
  })

async function enter() {
  const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost/studio')
  const entered = await get(enablePath(secret))
  return entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

test.beforeAll(async () => {
  await lake.start()
  proxy = new FaultProxy(proxyPort, lakePort)
  await site.start()
  const published = await lake.client.getDocument('network-picum')
  if (!published) throw new Error('The seed has no network-picum')
  const summary = {...published.summary, en: marker}
  await lake.client.createOrReplace({...published, _id: 'drafts.network-picum', summary})
})

test.afterAll(() => Promise.all([site.stop(), proxy.close(), lake.stop()]))

test('a preview of a network queries it once, for its metadata and its page', async () => {
  const cookie = await enter()
  const before = proxy.queries.length
  expect(await (await get(network, cookie)).text()).toContain(marker)
  const ofNetwork = proxy.queries.slice(before).filter((url) => url.includes('%24slug=%22picum%22'))
  expect(ofNetwork).toHaveLength(1)
})

test('a restart keeps open previews open and ended previews ended', async () => {
  const [ended, open] = [await enter(), await enter()]
  expect((await get('/api/draft-mode/disable', ended, 'POST')).status).toBe(303)
  await site.stop()
  await site.start()
  expect(await (await get(network, open)).text()).toContain(marker)
  const replayed = await get(network, ended)
  expect(replayed.status).toBe(410)
  expect(await replayed.text()).not.toContain(marker)
})

test('while the Content Lake is down a preview shows an error and retries, and visitors get pages as usual', async () => {
  const cookie = await enter()
  expect(await (await get(network, cookie)).text()).toContain(marker)
  await lake.stop()
  // The last answer of the lake stays valid for two seconds.
  await expect(async () => {
    const answer = await get(network, cookie)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('refresh')).toBe('5')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await answer.text()
    expect(text).toContain('The preview can’t be shown right now')
    expect(text).not.toContain(marker)
  }).toPass({timeout: 20_000})
  expect((await get(network)).status).toBe(200)
  expect((await get(enablePath('any'))).status).toBe(503)
  await lake.start()
  await expect(async () => {
    expect(await (await get(network, cookie)).text()).toContain(marker)
  }).toPass({timeout: 20_000})
})
