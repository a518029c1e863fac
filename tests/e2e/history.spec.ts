import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-pro-bono-aliance'
const path = '/en/our-membership/czech-networks/pro-bono-aliance'
let before: Awaited<ReturnType<typeof lake.getDocument>>

test.beforeAll(async () => {
  before = await lake.getDocument(id)
})

test.afterAll(async () => {
  await lake.delete(`drafts.${id}`)
  if (before) await lake.createOrReplace(before)
})

test('an old revision is opened, restored and published', async ({page, request}) => {
  const studio = new Studio(page)
  const name = studio.field('name.en').getByRole('textbox')
  const published = async () => (await request.get(path)).text()
  await studio.countClicks()
  await studio.open('network', id)
  for (const text of ['The name as it was good', 'The name as it went wrong']) {
    await studio.fill('name.en', text)
    await studio.publish()
    await expect.poll(published, {timeout: 10_000}).toContain(text)
  }
  studio.tellClicks('two edits, published')

  await studio.pick(
    page.getByTestId('document-pane').getByTestId('pane-context-menu-button'),
    page.getByRole('menuitem', {name: /^(Přehled změn|History)/}),
  )
  // Newest first: index 0 is the wrong name, index 1 the good one.
  await page.getByTestId('timeline-item-button').nth(1).click()
  await expect(name).toHaveValue('The name as it was good')
  await page
    .getByTestId('pane-footer')
    .getByRole('button', {name: /Vrátit|Obnovit|Restore|Revert/})
    .click()
  await studio.waitForSave(() => page.getByTestId('confirm-popover-confirm-button').click())
  await expect(name).toHaveValue('The name as it was good')
  await studio.publish()
  studio.tellClicks('an old revision found, restored and published')
  await expect.poll(published, {timeout: 10_000}).toContain('The name as it was good')
})
