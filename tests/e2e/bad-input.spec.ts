import AxeBuilder from '@axe-core/playwright'
import type {Page} from '@playwright/test'
import {htmlProblems} from '../audit/html.ts'
import {badDocuments, longestName} from './bad-input-documents.ts'
import {lake} from './lake.ts'
import {expect, test} from './test.ts'

const list = '/en/our-membership/european-networks'
const pathOf = (name: string) => `${list}/trial-${name}`

test.beforeAll(async () => {
  const transaction = lake.transaction()
  for (const document of badDocuments) transaction.createOrReplace(document)
  await transaction.commit()
})

test.afterAll(async () => {
  const transaction = lake.transaction()
  for (const {_id} of badDocuments) transaction.delete(_id)
  await transaction.commit()
})

/** Opens a page. Checks status, HTML, accessibility and width, and that no script from the content runs. */
async function openAndCheck(page: Page, path: string) {
  page.on('dialog', (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`)
  })
  await expect(async () => {
    expect((await page.request.get(path)).status()).toBe(200)
  }).toPass({timeout: 20_000})
  await page.setViewportSize({width: 320, height: 800})
  const response = await page.goto(path)
  expect(await htmlProblems({path, status: 200, html: (await response?.text()) ?? ''})).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const {violations} = await new AxeBuilder({page}).analyze()
  expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await test.info().attach(path, {body: await page.screenshot({fullPage: true}), contentType: 'image/png'})
  return page.getByRole('main')
}

test('a logo without a file is shown as a monogram', async ({page}) => {
  for (const name of ['logo', 'upload']) {
    const main = await openAndCheck(page, pathOf(name))
    await expect(main.locator('.monogram')).toBeVisible()
    await expect(main.locator('img')).toHaveCount(0)
  }
})

test('a missing translation falls back to the other language, with its lang attribute', async ({page}) => {
  const main = await openAndCheck(page, pathOf('translation'))
  await expect(main.getByRole('heading', {level: 1}).locator('[lang=cs]')).toHaveText('Jen česky')
  await expect(page).toHaveTitle('Jen česky – SIMI')
  await expect(page.locator('head title')).toHaveAttribute('lang', 'cs')
  await expect(main.locator('.prose')).toHaveAttribute('lang', 'cs')
})

test('a fact without a date is shown, and a fact with an invalid date is left out', async ({page}) => {
  const main = await openAndCheck(page, pathOf('date'))
  await expect(main.getByText('Founded, nobody knows when')).toBeVisible()
  await expect(main.getByText('7 organisations')).toBeVisible()
  await expect(main).toContainText('undated')
  await expect(main).not.toContainText('once upon')
})

test('a name of two hundred letters is shown in full', async ({page}) => {
  expect(longestName.length).toBeGreaterThanOrEqual(200)
  const main = await openAndCheck(page, pathOf('long-name'))
  await expect(main.getByRole('heading', {level: 1})).toContainText('nejneobhospodařovávatelnějších')
})

test('a right-to-left name is isolated with bdi', async ({page}) => {
  const main = await openAndCheck(page, pathOf('right-to-left'))
  await expect(main.getByRole('heading', {level: 1}).locator('bdi')).toHaveText('شبكة الهجرة والاندماج')
  await expect(main.locator('[lang=he] bdi')).toHaveText('רשת ההגירה')
})

test('a text of three thousand words is shown in full', async ({page}) => {
  const main = await openAndCheck(page, pathOf('long-text'))
  await expect(main.locator('.prose p')).toHaveCount(30)
})

test('an unknown option value is not shown', async ({page}) => {
  const main = await openAndCheck(page, pathOf('enum'))
  await expect(main).not.toContainText('cabal')
  await expect(main).not.toContainText('teleported')
  await expect(main).not.toContainText('parsecs')
})

test('a link with a script or data URL is shown as text', async ({page}) => {
  const main = await openAndCheck(page, pathOf('link'))
  await expect(main.getByText('Click here')).toBeVisible()
  expect(await page.content()).not.toMatch(/javascript:|data:text/i)
})

test('HTML in a string is shown as text', async ({page}) => {
  const main = await openAndCheck(page, pathOf('html'))
  await expect(main.getByRole('heading', {level: 1})).toHaveText('<img src=x onerror=alert(5)>')
  await expect(main).toContainText('<b>not bold</b>')
  await expect(main.locator('b, img, script:not([type])')).toHaveCount(0)
})

test('lists, pictures, feeds and data files work with all of these networks', async ({page, request}) => {
  for (const path of [
    list,
    '/en/our-membership',
    '/en/our-membership/timeline',
    '/en/our-membership/relations',
  ]) {
    await expect(async () => {
      expect(await (await request.get(path)).text(), path).toContain('/trial-long-name')
    }).toPass({timeout: 20_000})
    await openAndCheck(page, path)
  }
  for (const path of ['/sitemap.xml', '/en/feed.xml', '/data/popolo.json', '/data/networks.csv']) {
    expect((await request.get(path)).status(), path).toBe(200)
  }
})
