import type {Page} from '@playwright/test'
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
  // The browser logs each failed request, and the site each page it could not render.
  expectConsole(
    /ERR_CONNECTION_REFUSED|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INTERNET_DISCONNECTED|WebSocket connection to .* failed/,
  )
  expectConsole(/50[03] \((Internal Server Error|Service Unavailable)\)|Minified React error #441/)
  // The panel of a document's history is not shown here. It loads again when it is opened.
  expectConsole(/Error fetching events TypeError: Failed to fetch/)
  expectConsole(/Unable to connect to visual editing|403 \(Forbidden\) \(.*\/v1\/ping\)/)
})

test.afterEach(async () => {
  await comeBack()
  await lake.delete({query: '*[_id in path("drafts.**")]'})
})

/** Edits once before the outage: a form that is still loading is read-only until the connection is back. */
async function openAndSave(page: Page, name: string): Promise<Studio> {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.fill('name.en', name)
  await expect.poll(draftName).toBe(name)
  return studio
}

const draftName = async () => (await lake.getDocument(`drafts.${id}`))?.name?.en
const publishedName = async () => (await lake.getDocument(id))?.name?.en

for (const seconds of [2, 20]) {
  test(`what is typed through an outage of ${seconds} s is there, saved, and can be published`, async ({
    page,
  }) => {
    const studio = await openAndSave(page, 'Before.')
    const input = studio.field('name.en').getByRole('textbox')
    await page.keyboard.type(' As it begins')
    await goDown()
    await page.keyboard.type(', during it', {delay: (seconds * 1000) / 10})
    await expect(page.getByTestId('connection-bar')).toContainText('Můžete psát dál')
    await expect(studio.footer()).toContainText('Neuloženo')
    await expect(input).toHaveValue('Before. As it begins, during it')
    await comeBack()
    await page.keyboard.type(', after it')
    await expect(input).toHaveValue('Before. As it begins, during it, after it')
    await expect.poll(draftName).toBe('Before. As it begins, during it, after it')
    await expect(page.getByTestId('connection-bar')).toBeEmpty()
    await expect(studio.footer()).toContainText(/Uloženo \d?\d:\d\d/)
    await studio.publish()
    expect(await publishedName()).toBe('Before. As it begins, during it, after it')
  })
}

test('what is typed while the computer is offline is saved when it is online again', async ({
  page,
  context,
}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  const input = studio.field('name.en').getByRole('textbox')
  await input.fill('Online.')
  await context.setOffline(true)
  await page.keyboard.type(' Offline.')
  await expect(page.getByTestId('connection-bar')).toContainText('Spojení s obsahem vypadlo')
  await context.setOffline(false)
  await expect.poll(draftName).toBe('Online. Offline.')
})

test('a publish interrupted by an outage runs after it, or reports that it failed and can be repeated', async ({
  page,
}) => {
  const studio = await openAndSave(page, 'To be published')
  await expect(studio.publishButton()).toBeEnabled()
  await goDown()
  await studio.publishButton().click()
  await expect(page.getByTestId('connection-bar')).toContainText('Spojení s obsahem vypadlo')
  await comeBack()
  // Sanity publishes only after its listener has reported the last edit. The outcome depends on whether it has.
  const failed = page.getByText('Nepodařilo se, zkuste to znovu.')
  await expect
    .poll(async () => (await failed.isVisible()) || (await publishedName()) === 'To be published')
    .toBe(true)
  if (await failed.isVisible()) await studio.publish()
  await expect.poll(publishedName).toBe('To be published')
})

test('a publish clicked before the text is saved runs when the connection is back', async ({page}) => {
  const studio = await openAndSave(page, 'First')
  await expect(studio.publishButton()).toBeEnabled()
  await goDown()
  await studio.field('name.en').getByRole('textbox').fill('First and second')
  await studio.publishButton().click()
  await expect(page.getByTestId('connection-bar')).toContainText('Spojení s obsahem vypadlo')
  await comeBack()
  await expect.poll(publishedName).toBe('First and second')
})

test('a rule that can’t run its query during an outage runs it afterwards', async ({page}) => {
  const studio = await openAndSave(page, 'Loaded')
  await goDown()
  await studio.field('slug.en').locator('input').fill('consortium')
  await expect(page.getByTestId('connection-bar')).toContainText('Můžete psát dál')
  await expect(page.getByText('Exception occurred')).toHaveCount(0)
  await comeBack()
  await expect(studio.publishButton()).toBeDisabled()
  await expect(studio.field('slug.en').getByText(/už má nebo měla síť/)).toBeVisible()
})

test('lists and a form opened during an outage load after it without a reload, and stay live', async ({
  page,
}) => {
  const studio = new Studio(page)
  await page.goto('/studio/structure')
  await expect(page.getByText('Ke kontrole')).toBeVisible({timeout: 60_000})
  await goDown()
  await studio.follow('Sítě', 'České sítě')
  await expect(page.getByTestId('connection-bar')).toContainText('Studio se připojí samo')
  await comeBack()
  await studio.follow('Konsorcium nevládních organizací pracujících s migranty v ČR')
  await expect(studio.field('name.en').getByRole('textbox')).toBeEditable()
  await lake.patch('network-pro-bono-aliance').set({'name.cs': 'Přejmenovaná aliance'}).commit()
  await expect(page.getByText('Přejmenovaná aliance')).toBeVisible()
})

test('the Studio opened during an outage loads after it without a reload', async ({page}) => {
  await goDown()
  await page.goto('/studio/structure')
  await expect(page.getByTestId('connection-bar')).toContainText('Studio se připojí samo', {timeout: 60_000})
  await comeBack()
  await expect(page.getByText('Ke kontrole')).toBeVisible({timeout: 60_000})
})

test('a preview that failed during an outage loads again after it, and the form beside it stays usable', async ({
  page,
}) => {
  const studio = new Studio(page)
  await page.goto(
    `/studio/presentation?preview=${encodeURIComponent('/en/our-membership/european-networks/picum')}`,
  )
  const heading = page.frameLocator('iframe').first().getByRole('heading', {level: 1})
  await expect(heading).toBeVisible({timeout: 60_000})
  const input = studio.field('name.en').getByRole('textbox')
  await input.fill('Before the outage')
  await expect(heading).toHaveText('Before the outage')
  await goDown()
  await page
    .locator('iframe')
    .first()
    .evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.location.reload())
  // The proxy's notice is in the page's language. The page for a failed render is in both.
  await expect(heading).toHaveText(/teď nelze zobrazit|can’t be shown right now/)
  await input.fill('Typed during the outage')
  await comeBack()
  await expect(heading).toHaveText('Typed during the outage')
})

test('with the Studio in English, the connection bar is in English', async ({page}) => {
  await page.addInitScript(() => localStorage.setItem('simi-studio-language', 'en'))
  const studio = await openAndSave(page, 'Loaded')
  await goDown()
  await studio.field('name.en').getByRole('textbox').fill('Typed')
  await expect(page.getByTestId('connection-bar')).toContainText('You can go on typing')
  await comeBack()
  await expect.poll(draftName).toBe('Typed')
})
