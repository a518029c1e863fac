import AxeBuilder from '@axe-core/playwright'
import type {Locator} from '@playwright/test'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-picum'

test('Vision runs a query', async ({page}) => {
  await page.goto('/studio/vision')
  const editor = page.getByTestId('vision-query-editor').getByRole('textbox')
  await editor.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('*[_id == "network-picum"]{"found": website}')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByTestId('vision-result')).toContainText('picum.org')
})

test('the guide opens from the menu and the first screen in the editor’s language, and Vision is not in the menu', async ({
  page,
  context,
}) => {
  await page.goto('/studio')
  const home = page.getByTestId('home')
  const opened = async (link: Locator) => {
    const tab = context.waitForEvent('page')
    await link.click({timeout: 60_000})
    return tab
  }
  const guide = await opened(home.getByRole('link', {name: /průvodce/}))
  await expect(guide.getByRole('heading', {level: 1})).toHaveText('Průvodce pro editory')
  await guide.getByRole('link', {name: 'Psát data'}).click()
  await expect(guide.getByRole('heading', {name: 'Psát data'})).toBeInViewport()
  const picture = guide.getByRole('img').first()
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  expect((await new AxeBuilder({page: guide}).analyze()).violations).toEqual([])
  await guide.setViewportSize({width: 320, height: 640})
  expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await guide.getByRole('link', {name: 'English'}).click()
  await expect(guide.locator('main')).toHaveAttribute('lang', 'en')

  await page.getByRole('button', {name: 'English'}).click()
  const english = await opened(page.getByRole('link', {name: 'Guide', exact: true}))
  await expect(english.getByRole('heading', {level: 1})).toHaveText('Guide for editors')
  await expect(page.getByRole('link', {name: 'Content'})).toBeVisible()
  await expect(page.getByRole('link', {name: 'Vision'})).toHaveCount(0)
})

test('incoming references of a document are listed', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.openIncomingReferences()
  await expect(page.getByTestId('document-pane')).toContainText(/Členství|Membership/)
})
