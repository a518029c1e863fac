import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-made-up'

test.beforeEach(async () => {
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    // The lists of what needs a check leave out drafts of new documents.
    _createdAt: '2026-01-01T00:00:00Z',
    name: {_type: 'localeString', cs: 'Vymyšlená síť', en: 'Made-up network'},
    slug: {
      _type: 'localeSlug',
      cs: {_type: 'slug', current: 'vymyslena-sit'},
      en: {_type: 'slug', current: 'made-up'},
    },
    relationKind: 'network',
    level: 'czech',
    bodyType: 'other',
  })
})

test.afterEach(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
  await lake.delete(id)
})

test('the Studio renders a form once, so that what is typed early keeps its field', async ({page}) => {
  await page.addInitScript(() => {
    const forms = new Set<Element>()
    Reflect.set(window, 'forms', forms)
    new MutationObserver(() => {
      for (const form of document.querySelectorAll('[data-testid="form-view"]')) forms.add(form)
    }).observe(document, {childList: true, subtree: true})
  })
  const studio = new Studio(page)
  await studio.open('network', id)
  const input = studio.field('name.en').getByRole('textbox')
  await input.click()
  await page.keyboard.type(' of ours', {delay: 100})
  await expect(input).toHaveValue('Made-up network of ours')
  await expect
    .poll(async () => (await lake.getDocument(`drafts.${id}`))?.name?.en)
    .toBe('Made-up network of ours')
  expect(await page.evaluate(() => Reflect.get(window, 'forms').size)).toBe(1)
})

test('after a slug is changed the old path redirects to the new one', async ({page, request}) => {
  const group = '/en/our-membership/czech-networks'
  await expect.poll(async () => (await request.get(`${group}/made-up`)).status()).toBe(200)
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.fill('slug.en', 'made-up-again')
  await expect(studio.field('slug.former')).toContainText('made-up')
  await studio.publish()
  await expect
    .poll(async () => {
      const answer = await request.get(`${group}/made-up`, {maxRedirects: 0})
      return [answer.status(), answer.headers().location]
    })
    .toEqual([308, `${group}/made-up-again`])
  expect((await request.get(`${group}/made-up-again`)).status()).toBe(200)
})

test('a document that was not checked for two years is listed until it is marked as checked', async ({
  page,
}) => {
  await page.goto('/studio/structure/needs-check;not-checked')
  const item = page.getByRole('link', {name: /Vymyšlená síť/})
  await item.click({timeout: 60_000})
  const studio = new Studio(page)
  await expect(page.getByTestId('document-panel-document-title')).toHaveText('Vymyšlená síť')
  await studio.runAction(/^Označit jako ověřené dnes/)
  await expect(item).toHaveCount(0)
  expect((await lake.getDocument(id))?.lastChecked).toBe(new Date().toISOString().slice(0, 10))
  expect(await lake.getDocument(`drafts.${id}`)).toBeUndefined()
})

test('undo of "mark as checked" restores the published document and the draft', async ({page}) => {
  await lake.patch(id).set({lastChecked: '2019-05-06'}).commit()
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.fill('name.en', 'Made-up network, edited')
  await lake.patch(`drafts.${id}`).unset(['lastChecked']).commit()
  const checked = async () => [
    (await lake.getDocument(id))?.lastChecked,
    (await lake.getDocument(`drafts.${id}`))?.lastChecked,
  ]
  const today = new Date().toISOString().slice(0, 10)
  await studio.runAction(/^Označit jako ověřené dnes \(hned na webu\)/)
  await expect.poll(checked).toEqual([today, today])
  await expect(page.getByText(/^Ověřeno: .* Na webu už to je\.$/)).toBeVisible()
  await page.getByRole('button', {name: 'Vrátit zpět'}).click()
  await expect.poll(checked).toEqual(['2019-05-06', undefined])
  await expect(studio.field('name.en').getByRole('textbox')).toHaveValue('Made-up network, edited')
})

test('a date stays as it was typed, is explained below the field, and is lost in no state', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.create('source')
  await studio.fill('title', 'Vymyšlený zdroj')
  const date = studio.field('asOf')
  const input = date.getByRole('textbox')
  await studio.fill('asOf', 'v létě 2010')
  await expect(date).toContainText('Rozumíme: léto 2010 (2010-22)')
  await input.blur()
  await expect(input).toHaveValue('v létě 2010')
  await expect
    .poll(() => lake.fetch('*[_type == "source" && title == "Vymyšlený zdroj"][0].asOf'))
    .toBe('2010-22')

  await page.reload()
  await expect(input).toHaveValue('léto 2010')

  await studio.fill('asOf', 'kdysi dávno')
  await expect(input).toHaveAttribute('aria-invalid', 'true')
  await expect(input).toHaveAccessibleDescription(/Datu „kdysi dávno“ nerozumíme.*září 2000/)
  await expect(studio.publishButton()).toBeDisabled()
  // Without leaving the field first.
  await page.reload()
  await expect(input).toHaveValue('kdysi dávno')
  await expect(input).toHaveAttribute('aria-invalid', 'true')
})

test('a missing translation is shown at the field and in the lists', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await expect(studio.field('name').getByText('Chybí')).toHaveCount(0)
  await studio.fill('name.en', '')
  await expect(studio.field('name').getByText('Chybí anglicky')).toBeVisible()
  await page.goto('/studio/structure/needs-check;half-translated')
  await expect(page.getByRole('link', {name: /Vymyšlená síť.*anglicky 50 %/})).toBeVisible({timeout: 60_000})
})

test('the Studio is in Czech, and in English after a switch', async ({page}) => {
  await page.goto('/studio/structure')
  await expect(page.getByText('Ke kontrole')).toBeVisible({timeout: 60_000})
  await expect(page.locator('html')).toHaveAttribute('lang', 'cs')
  await page.getByRole('button', {name: 'English'}).click()
  await expect(page.getByText('Needs a check')).toBeVisible({timeout: 60_000})
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const studio = new Studio(page)
  await studio.open('network', id)
  await expect(page.getByRole('tab', {name: 'Sources and corrections'})).toBeVisible()
})
