import {checkout} from '../sites/checkout.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 20
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 20
const testLake = new TestLake(lakePort, port)
const lake = testLake.client
const site = new TestSite({folder: checkout('studio-outage'), port, lakePort})
const id = 'network-picum'

test.use({baseURL: site.url})

let isUp = false

async function goDown() {
  isUp = false
  await testLake.stop('SIGKILL')
}

async function comeBack() {
  if (!isUp) await testLake.start()
  isUp = true
}

test.beforeAll(async () => {
  await comeBack()
  await site.start()
})

test.afterAll(() => Promise.all([site.stop(), testLake.stop()]))

test.beforeEach(({expectConsole}) => {
  // The browser itself reports each attempt, and the site each page it could not make.
  expectConsole(
    /ERR_CONNECTION_REFUSED|ERR_SOCKET_NOT_CONNECTED|ERR_INTERNET_DISCONNECTED|WebSocket connection to .* failed/,
  )
  expectConsole(/500 \(Internal Server Error\)|Minified React error #441/)
})

test.afterEach(async () => {
  await comeBack()
  await lake.delete({query: '*[_id in path("drafts.**")]'})
})

const draftName = async () => (await lake.getDocument(`drafts.${id}`))?.name?.en
const publishedName = async () => (await lake.getDocument(id))?.name?.en

test('what is typed through an outage of twenty seconds is there, saved, and can be published', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  const input = studio.field('name.en').locator('input')
  await input.fill('Before.')
  await expect.poll(draftName).toBe('Before.')
  await page.keyboard.type(' As it begins')
  await goDown()
  await page.keyboard.type(', during it', {delay: 2_000})
  await expect(page.getByTestId('connection-bar')).toContainText('Můžete psát dál')
  await expect(input).toHaveValue('Before. As it begins, during it')
  await comeBack()
  await page.keyboard.type(', after it')
  await expect(input).toHaveValue('Before. As it begins, during it, after it')
  await expect.poll(draftName).toBe('Before. As it begins, during it, after it')
  await expect(page.getByTestId('connection-bar')).toBeEmpty()
  await studio.publish()
  expect(await publishedName()).toBe('Before. As it begins, during it, after it')
})

test('a laptop that goes offline is an outage like any other', async ({page, context}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  const input = studio.field('name.en').locator('input')
  await input.fill('Online.')
  await context.setOffline(true)
  await page.keyboard.type(' Offline.')
  await expect(page.getByTestId('connection-bar')).toContainText('Spojení s obsahem vypadlo')
  await context.setOffline(false)
  await expect.poll(draftName).toBe('Online. Offline.')
})
