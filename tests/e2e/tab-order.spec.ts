import type {Page} from '@playwright/test'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-tab-order'

test.beforeEach(async () => {
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    name: {_type: 'localeString', cs: 'Síť', en: 'Network'},
    relationKind: 'network',
    level: 'czech',
    events: [{_key: 'first', _type: 'historyEvent', date: '2010'}],
  })
})

test.afterEach(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
  await lake.delete(id)
})

/** The path of the focused field, if the focus is on its input. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const field = element
      ?.closest('[data-testid^="field-"]')
      ?.getAttribute('data-testid')
      ?.replace('field-', '')
    const isInput = element?.matches('input, textarea, select, [contenteditable="true"]')
    return isInput ? field : `not an input: ${element?.outerHTML.slice(0, 120)}`
  })

for (const language of ['cs', 'en'] as const) {
  test(`Tab moves from input to input and back, with the Studio in ${language}`, async ({page}) => {
    await page.addInitScript((chosen) => localStorage.setItem('simi-studio-language', chosen), language)
    const studio = new Studio(page)
    await studio.open('network', id)
    await studio.field('name.cs').getByRole('textbox').click()

    for (const path of ['name.cs', 'name.en', 'slug.cs', 'slug.en', 'relationKind']) {
      await expect.poll(() => focused(page)).toBe(path)
      await page.keyboard.press('Tab')
    }
    // A radio group has a button after it that clears the selection. So continue at the next field.
    await studio.field('bodyType').getByRole('combobox').focus()
    await page.keyboard.press('Tab')
    await expect(page.getByTestId('network-memberships').getByRole('button')).toBeFocused()
    await page.keyboard.press('Tab')
    for (const path of ['summary.cs', 'summary.en', 'body.cs', 'body.en']) {
      await expect.poll(() => focused(page)).toBe(path)
      await page.keyboard.type(`Typed in ${path}`)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Shift+Tab')
    for (const path of ['body.en', 'body.cs', 'summary.en', 'summary.cs']) {
      await expect.poll(() => focused(page)).toBe(path)
      await page.keyboard.press('Shift+Tab')
    }

    const text = async () => JSON.stringify(await lake.getDocument(`drafts.${id}`))
    for (const path of ['summary.cs', 'summary.en', 'body.cs', 'body.en'])
      await expect.poll(text).toContain(`Typed in ${path}`)
  })
}

test('in the dialog of an array item, Tab moves from input to input', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.openTab(/^Fakta/)
  await studio.field('events').getByText('2010').first().click()
  const first = 'events[_key=="first"]'
  await studio.field(`${first}.text.cs`).locator('input, textarea').first().click()
  await page.keyboard.type('Česky')
  await page.keyboard.press('Tab')
  await expect.poll(() => focused(page)).toBe(`${first}.text.en`)
  await page.keyboard.type('In English')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => focused(page)).toBe(`${first}.text.cs`)
  await expect
    .poll(async () => (await lake.getDocument(`drafts.${id}`))?.events?.[0]?.text)
    .toMatchObject({cs: 'Česky', en: 'In English'})
})

test('Alt+Enter reaches the controls that Tab skips: the menu, the slug’s button, the editor’s toolbar', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const words = () => page.evaluate(() => document.activeElement?.textContent)

  await test.step('the menu of an input, and the menu of the field with both languages', async () => {
    await studio.field('name.cs').getByRole('textbox').click()
    await page.keyboard.press('Alt+Enter')
    await expect.poll(label).toBe('Akce pole (Alt+Enter)')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect.poll(label).toBe('Akce pole (Alt+Enter)')
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('name.cs')
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.press('Alt+Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-testid="field-name.cs"]')))
      .toBe(null)
    await expect.poll(label).toBe('Akce pole (Alt+Enter)')
  })

  await test.step('"Generate"', async () => {
    await studio.field('slug.en').locator('input').click()
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.press('ArrowRight')
    await expect.poll(words).toBe('Vygenerovat')
    await page.keyboard.press('Enter')
    await studio.expectSlug('slug.en', 'network')
  })

  await test.step('the toolbar', async () => {
    await studio.field('body.cs').getByRole('textbox').click()
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.press('ArrowRight')
    const inToolbar = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest('button') &&
          !document.activeElement?.matches('[aria-label^="Akce pole"]'),
      )
    await expect.poll(inToolbar).toBe(true)
  })
})
