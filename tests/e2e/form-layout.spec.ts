import AxeBuilder from '@axe-core/playwright'
import type {Locator, Page} from '@playwright/test'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const form = '/studio/intent/edit/id=network-consortium;type=network/'
const preview =
  '/studio/presentation/network/network-consortium?preview=/cs/nase-clenstvi/ceske-site/konsorcium'

const cases = [
  {where: 'the form at 1440 px', address: form, width: 1440, besideEachOther: true},
  {where: 'the form beside two lists at 1024 px', address: form, width: 1024, besideEachOther: false},
  {where: 'the form at 390 px', address: form, width: 390, besideEachOther: false},
  {where: 'the form beside a preview at 1440 px', address: preview, width: 1440, besideEachOther: false},
]

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The element is not visible.')
  return box
}

async function areBesideEachOther(studio: Studio, path: string) {
  const cs = await boxOf(studio.field(`${path}.cs`))
  const en = await boxOf(studio.field(`${path}.en`))
  return en.y < cs.y + cs.height && en.x >= cs.x + cs.width
}

/** Texts that their input cuts off. */
const cutTexts = (page: Page) =>
  page
    .locator('[data-testid^="field-name."], [data-testid^="field-slug."]')
    .locator('input, textarea')
    .evaluateAll((inputs) =>
      inputs
        .filter(
          (input) => input.scrollWidth > input.clientWidth || input.scrollHeight > input.clientHeight + 1,
        )
        .map((input) => (input as HTMLInputElement).value),
    )

for (const {where, address, width, besideEachOther} of cases) {
  test(`every name and text tool is visible in ${where}`, async ({page, expectConsole}) => {
    // The Presentation tool logs this error when it connects slowly. It connects nevertheless.
    expectConsole(/Unable to connect to visual editing/)
    await page.setViewportSize({width, height: 900})
    await page.goto(address)
    const studio = new Studio(page)
    await expect(studio.field('name.cs').getByRole('textbox')).toHaveValue(/^Konsorcium/, {timeout: 60_000})

    expect(await areBesideEachOther(studio, 'name'), 'names beside each other').toBe(besideEachOther)
    expect(await areBesideEachOther(studio, 'summary'), 'summaries beside each other').toBe(besideEachOther)
    expect(await areBesideEachOther(studio, 'body'), 'formatted texts beside each other').toBe(false)
    expect(await cutTexts(page)).toEqual([])

    await studio.field('body.en').getByRole('textbox').click()
    for (const tool of ['Důležité', 'Zdůraznění', 'Odrážky', 'Odkaz'])
      await expect(studio.field('body.en').getByRole('button', {name: tool})).toBeVisible()
  })
}

/** Fields with inputs of our own. The rest of a form is Sanity's. */
const ownInputs = [
  {type: 'network', id: 'network-consortium', fields: ['name', 'slug', 'summary', 'website']},
  {type: 'membership', id: 'membership-simi-consortium', fields: ['since', 'contribution', 'sources']},
]

for (const colorScheme of ['light', 'dark'] as const)
  test(`the home of the Studio and our own inputs pass axe in ${colorScheme}`, async ({page}) => {
    await page.addInitScript(
      (scheme) => localStorage.setItem('sanityStudio:ui:colorScheme', scheme),
      colorScheme,
    )
    await page.goto('/studio')
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible({timeout: 60_000})
    const home = await new AxeBuilder({page}).include('main').analyze()
    expect(home.violations).toEqual([])
    const studio = new Studio(page)
    for (const {type, id, fields} of ownInputs) {
      await studio.open(type, id)
      await studio.openTab(/^Všechna pole/)
      const form = new AxeBuilder({page})
      for (const field of fields) {
        await expect(studio.field(field)).toBeAttached()
        form.include(`[data-testid="field-${field}"]`)
      }
      // Sanity's own: the menu and the handle of a list item have no name.
      form.exclude('[data-ui="MenuButton"]').exclude('[data-ui="DragHandleButton"]')
      expect((await form.analyze()).violations, type).toEqual([])
    }
  })
