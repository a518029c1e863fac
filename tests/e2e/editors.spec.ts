import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-picum'

test.afterEach(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
})

test('two tabs see each other’s edits live, and a discarded draft is gone in both', async ({
  page,
  context,
}) => {
  const one = new Studio(page)
  const two = new Studio(await context.newPage())
  await one.open('network', id)
  await two.open('network', id)
  await one.fill('name.en', 'Typed in the first tab')
  await expect(two.field('name.en').getByRole('textbox')).toHaveValue('Typed in the first tab')
  await two.fill('name.cs', 'Psáno ve druhém okně')
  await expect(one.field('name.cs').getByRole('textbox')).toHaveValue('Psáno ve druhém okně')
  await one.runAndConfirm(/^(Zahodit změny|Discard changes)/, /Zahodit|Discard/)
  await expect(two.field('name.en').getByRole('textbox')).toHaveValue('PICUM')
})

test('formatted text is typed and saved', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  const editor = studio.field('body.en')
  await editor.getByRole('textbox').click()
  await page.keyboard.press('End')
  await page.keyboard.type('A sentence typed in the editor.')
  await expect
    .poll(async () => JSON.stringify((await lake.getDocument(`drafts.${id}`))?.body?.en ?? ''))
    .toContain('A sentence typed in the editor.')
})

test('a reference is found by a word without diacritics', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('membership', 'membership-simi-picum')
  await studio.openTab(/Všechna pole/)
  await studio.setReference('Koho informuje', 'urad', 'Úřad vlády')
  await expect
    .poll(async () => (await lake.getDocument('drafts.membership-simi-picum'))?.reportsTo?._ref)
    .toBe('organization-office-of-the-government')
  // Only a person sits for an organization.
  await expect(page.getByText('Za koho', {exact: true})).toHaveCount(0)
  await studio.open('membership', 'membership-magda-faltova-committee')
  await expect(page.getByText('Za koho', {exact: true})).toBeVisible()
})

test('search finds a network by words without diacritics', async ({page}) => {
  await page.goto('/studio/structure')
  await expect(page.getByText('Sítě', {exact: true})).toBeVisible({timeout: 60_000})
  await page.getByTestId('studio-search').click()
  await page.getByPlaceholder('Hledat', {exact: true}).pressSequentially('regionalni poradni')
  await expect(page.getByText('Regionální poradní platforma').first()).toBeVisible()
})

test('a document that breaks a rule can’t be published, and the field shows the error', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.fill('slug.en', 'consortium')
  await expect(studio.publishButton()).toBeDisabled()
  const slug = studio.field('slug.en').getByRole('textbox')
  await expect(slug).toHaveAttribute('aria-invalid', 'true')
  await expect(slug).toHaveAccessibleDescription(/už má nebo měla síť „Konsorcium.*Otevřít: Konsorcium/)
  await studio
    .field('slug.en')
    .getByRole('link', {name: /^Otevřít: Konsorcium/})
    .click()
  await expect(studio.field('name.cs').getByRole('textbox')).toHaveValue(/^Konsorcium/)
})

test('an address without https:// is completed when the field is left, and spaces are no name', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.openTab(/Všechna pole/)
  await studio.clickAndFill('website', 'www.picum.org')
  await studio.waitForSave(() => studio.field('website').locator('input').blur())
  await expect(studio.field('website').locator('input')).toHaveValue('https://www.picum.org')
  await studio.clickAndFill('name.en', '   ')
  await studio.waitForSave(() => studio.field('name.en').getByRole('textbox').blur())
  await expect(studio.field('name.en').getByRole('textbox')).toHaveValue('')
})

test('a referenced document can’t be deleted, and the dialog says why', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.runAction(/^Smazat/)
  await expect(page.getByRole('dialog')).toContainText(/odkaz|refer/i)
  expect(await lake.getDocument(id)).toBeDefined()
})

test('two editors of one document see each other', async ({page, browser, baseURL}) => {
  await new Studio(page).open('network', id)
  const avatars = page.getByTestId('document-panel-scroller').locator('[data-ui="Avatar"]')
  await expect(avatars).toHaveCount(0)
  const otherContext = await browser.newContext({baseURL, locale: 'cs-CZ'})
  const two = new Studio(await otherContext.newPage())
  await two.open('network', id)
  await two.field('name.en').getByRole('textbox').click()
  await expect(avatars.first()).toBeVisible()
  await otherContext.close()
  await expect(avatars).toHaveCount(0)
})
