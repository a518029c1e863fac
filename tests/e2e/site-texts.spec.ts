import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'site-texts'
const landing = '/cs/nase-clenstvi'
const network = '/cs/nase-clenstvi/ceske-site/pro-bono-aliance'

/** The document before the test, to put back. */
let before: Awaited<ReturnType<typeof lake.getDocument>>

test.beforeAll(async () => {
  before = await lake.getDocument(id)
})

test.afterAll(async () => {
  if (before) await lake.createOrReplace(before)
  await lake.delete(`drafts.${id}`)
})

test('staff open the texts of the site from the home, publish a word of the menu, and every page has it', async ({
  page,
  request,
}) => {
  const studio = new Studio(page)
  await studio.countClicks()
  for (const path of [landing, network]) await request.get(path)
  await page.goto('/studio')
  await page.getByRole('link', {name: 'Upravit texty webu'}).click({timeout: 60_000})
  await studio.openTab(/Členství a skupiny/)
  const title = studio.field('landing.title.cs')
  await studio.clickAndFill('landing.title.cs', 'Kam patříme, s kým pracujeme a proč')
  await expect(studio.field('landing.title').getByTestId('length-cs')).toHaveText('35 z 30 znaků')
  await expect(title.getByTestId('validation-error')).toContainText('Zkraťte text na 30 znaků')
  await studio.clickAndFill('landing.title.cs', 'Kam patříme')
  await studio.publish()
  studio.tellClicks('change a word of the menu')
  for (const path of [landing, network]) {
    await expect
      .poll(async () => (await request.get(path)).text(), {timeout: 5_000})
      .toContain('Kam patříme</a>')
  }
})

test('a click on the introduction of a page opens its field, and the list of pages names where it is shown', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/Unable to connect to visual editing/)
  await page.goto(`/studio/presentation?preview=${encodeURIComponent('/cs/nase-clenstvi/casova-osa')}`)
  const preview = page.frameLocator('iframe').first()
  const lead = page.getByTestId('field-timeline.lead.cs').getByRole('textbox')
  // The overlays connect some time after the page is shown.
  await expect(async () => {
    await preview.locator('.lead').click({timeout: 5_000})
    await expect(lead).toBeVisible({timeout: 5_000})
  }).toPass({timeout: 90_000})
  await lead.fill('Nový úvod časové osy.')
  await expect(preview.locator('.lead')).toHaveText('Nový úvod časové osy.')
})
