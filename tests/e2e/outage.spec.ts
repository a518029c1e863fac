import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {APIRequestContext} from '@playwright/test'
import {checkout} from '../sites/checkout.ts'
import {secrets, TestLake, TestSite} from '../sites/site.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 10
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 10
const testLake = new TestLake(lakePort, port)
const lake = testLake.client
/** Contains the offset of the site's clock in milliseconds. */
const clockFile = join(mkdtempSync(join(tmpdir(), 'clock-')), 'offset')
const setClock = (milliseconds: number) => writeFileSync(clockFile, String(milliseconds))
setClock(0)
const site = new TestSite({
  folder: checkout('outage'),
  port,
  lakePort,
  env: {
    CLOCK_FILE: clockFile,
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, '../sites/stepped-clock.ts'))}`,
  },
})

const network = '/en/our-membership/czech-networks/consortium'
const list = '/en/our-membership/czech-networks'

test.beforeAll(async () => {
  await testLake.start()
  await site.start()
})

test.afterAll(() => Promise.all([site.stop(), testLake.stop()]))

/** Waits until a page shows `text`, so that the next step does not start during a revalidation. */
const untilShown = (request: APIRequestContext, path: string, text: string) =>
  expect.poll(async () => (await request.get(`${site.url}${path}`)).text(), {timeout: 10_000}).toContain(text)

test('a publish writes no error, although most of its pages are not cached yet', async ({request}) => {
  await request.get(`${site.url}${network}`)
  await lake.patch('network-consortium').set({'name.en': 'Published without an error'}).commit()
  await untilShown(request, network, 'Published without an error')
  await expect.poll(async () => (await site.metrics()).pagesRevalidated).toBeGreaterThan(0)
  expect(site.errors).toBe('')
})

test('a malformed document breaks no list, no sitemap and no other page', async ({request}) => {
  await lake.create({
    _id: 'network-malformed',
    _type: 'network',
    level: 'czech',
    relationKind: 'network',
    name: {en: 42, cs: ['not', 'a', 'name']},
    slug: {en: {current: 'malformed'}, cs: {current: {deep: true}}},
    body: {en: 'not blocks', cs: [null, {_type: 'block', children: 'none'}]},
    counts: 'many',
    events: [{date: {}, text: 5}],
    corrections: [7],
    website: 'javascript:alert(1)',
  })
  // A valid change after it. When the list shows it, the list has been rendered with the malformed document.
  await lake.patch('network-consortium').set({'name.en': 'Renamed beside a malformed one'}).commit()
  await untilShown(request, list, 'Renamed beside a malformed one')
  const response = await request.get(`${site.url}${list}`)
  expect(response.status()).toBe(200)
  const html = await response.text()
  expect(html).toContain('Regional Advisory')
  expect(html).not.toContain('javascript:')
  expect(await (await request.get(`${site.url}/sitemap.xml`)).text()).toContain(network)
  expect((await request.get(`${site.url}${network}`)).status()).toBe(200)
  await lake.delete('network-malformed')
})

test('a publish is on every page and in every file after the server’s clock was changed', async ({
  request,
}) => {
  const [minute, day] = [60_000, 24 * 3600_000]
  const paths = [network, list, '/data/networks.csv', '/data/popolo.json']
  for (const [index, step] of [-minute, -day, day, 0].entries()) {
    // Cache the pages with the previous clock.
    for (const path of paths) await request.get(`${site.url}${path}`)
    setClock(step)
    // The server reads the file every 20 ms (tests/sites/stepped-clock.ts).
    await new Promise((resolve) => setTimeout(resolve, 500))
    const name = `Published by clock ${index}`
    await lake.patch('network-consortium').set({'name.en': name}).commit()
    for (const path of paths) await untilShown(request, path, name)
    expect((await request.get(`${site.url}/api/health/ready`)).status()).toBe(200)
  }
})

test('while the lake is down the last good pages stay up, and after that changes appear', async ({
  request,
}) => {
  await lake.patch('network-consortium').set({'name.en': 'Named before the outage'}).commit()
  for (const path of [network, list]) await untilShown(request, path, 'Named before the outage')
  const before = await (await request.get(`${site.url}${network}`)).text()
  await testLake.stop()

  for (const path of [network, list, '/cs', '/cs/nase-clenstvi', '/sitemap.xml']) {
    for (let time = 0; time < 3; time++) {
      expect((await request.get(`${site.url}${path}`)).status(), `${path} while the lake is down`).toBe(200)
    }
  }
  expect(await (await request.get(`${site.url}${network}`)).text()).toBe(before)
  // The server stays ready for visitors. The content check reports the outage.
  expect((await request.get(`${site.url}/api/health/ready`)).status()).toBe(200)
  expect((await request.get(`${site.url}/api/health/content`)).status()).toBe(503)

  await testLake.start()
  await lake.patch('network-consortium').set({'name.en': 'Renamed after the outage'}).commit()
  await untilShown(request, network, 'Renamed after the outage')
  const content = await (await request.get(`${site.url}/api/health/content`)).json()
  expect(content.status).toBe('ok')
  expect(content.sinceStart.pagesRevalidated).toBeGreaterThan(0)
})

test('a webhook during an outage of the lake changes nothing and answers 503, so that it is sent again', async ({
  request,
}) => {
  await testLake.stop()
  const {encodeSignatureHeader, SIGNATURE_HEADER_NAME} = await import('@sanity/webhook')
  const body = JSON.stringify({
    _id: 'network-consortium',
    _type: 'network',
    _updatedAt: '2020-01-01T00:00:00Z',
  })
  const answer = await request.post(`${site.url}/api/revalidate`, {
    data: Buffer.from(body),
    headers: {
      [SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(
        body,
        Date.now(),
        secrets.SANITY_REVALIDATE_SECRET,
      ),
    },
  })
  expect(answer.status()).toBe(503)
  const page = await request.get(`${site.url}${network}`)
  expect(page.status()).toBe(200)
  expect(await page.text()).toContain('Renamed after the outage')
})

test('a page that was never rendered shows an error page during an outage, and its retry link works afterwards', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/500 \(Internal Server Error\)/)
  const response = await page.goto(`${site.url}${list}/made-after-the-outage`)
  expect(response?.status()).toBe(500)
  await expect(page.getByRole('heading', {name: 'The page can’t be shown right now'})).toBeVisible()
  expect(await page.content()).not.toMatch(/<script(?![^>]*type="speculationrules")/)
  await testLake.start()
  await lake.create({
    _id: 'network-made-after',
    _type: 'network',
    level: 'czech',
    relationKind: 'network',
    name: {en: 'Made after the outage'},
    slug: {en: {current: 'made-after-the-outage'}},
  })
  await page.getByRole('link', {name: 'Try again'}).click()
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Made after the outage')
})
