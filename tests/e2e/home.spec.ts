import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-picum'

test.afterEach(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
})

test('the first screen shows drafts and changes live, with their author, and leads to what needs a check', async ({
  page,
}) => {
  const found: {total: number} = await lake.fetch(
    '{"total": count(*[_type in ["network", "membership"] && !defined(lastChecked)])}',
    {},
    {perspective: 'drafts'},
  )
  await page.goto('/studio')
  const home = page.getByTestId('home')
  const drafts = home.getByRole('region', {name: 'Koncepty'})
  await expect(drafts).toContainText('Nic, všechno je zveřejněné.', {timeout: 60_000})
  // Older than the seed: new documents are not counted for an hour.
  const times = {_createdAt: '2026-01-01T00:00:00Z'}
  await lake.create({...(await lake.getDocument(id)), ...times, _id: `drafts.${id}`, _type: 'network'})
  // A created document keeps the times that it is given; a change has its own.
  await lake.patch(`drafts.${id}`).set({website: 'https://example.org/'}).commit()
  await expect(drafts.getByRole('link', {name: /^PICUM/})).toBeVisible()
  await expect(
    home.getByRole('region', {name: 'Naposledy změněno'}).getByRole('listitem').first(),
  ).toContainText(/PICUM.*Síť.*·.*·/s)
  const checks = home.getByRole('region', {name: 'Ke kontrole'})
  await expect(checks.getByRole('listitem').filter({hasText: 'Dva roky neověřeno'})).toContainText(
    String(found.total),
  )
  await checks.getByRole('link', {name: 'Dva roky neověřeno'}).click()
  await expect(page.getByRole('link', {name: /PICUM.*ještě neověřeno/s}).first()).toBeVisible()
})

test('the first screen fits 390 px and is used with the keyboard alone', async ({page}) => {
  await page.setViewportSize({width: 390, height: 800})
  await page.goto('/studio')
  const search = page.getByRole('combobox', {name: /^Opravit údaj/})
  await expect(search).toBeVisible({timeout: 60_000})
  const overflow = await page.getByTestId('home').evaluate((each) => each.scrollWidth - each.clientWidth)
  expect(overflow).toBe(0)
  await search.focus()
  await page.keyboard.type('picum')
  await expect(page.getByRole('option', {name: 'PICUM'})).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(new Studio(page).field('name.cs').getByRole('textbox')).toHaveValue('PICUM', {timeout: 60_000})
})
