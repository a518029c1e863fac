import type {Browser} from '@playwright/test'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-made-up'
const name = {_type: 'localeString', cs: 'Vymyšlená síť', en: 'Made-up network'}

test.beforeEach(async () => {
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    name,
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
  await lake.delete({query: '*[_id in path("drafts.**") || _type == "reviewNote"]'})
  await lake.delete(id)
})

/** The Studio of an editor in a browser of their own, with the name already said. */
async function studioOf(browser: Browser, editor: string) {
  const context = await browser.newContext({locale: 'cs-CZ'})
  await context.addInitScript((said) => localStorage.setItem('simi-editor-name', said), editor)
  return new Studio(await context.newPage())
}

test('an editor says their name once, and a colleague sees who writes, who changed and who asks', async ({
  page,
  browser,
}) => {
  await page.goto('/studio')
  const question = page.getByRole('region', {name: 'Kdo jste?'})
  await question.getByLabel('Vaše jméno').fill('Žofie Nováková')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', {name: 'Vaše jméno: Žofie Nováková'})).toBeVisible({timeout: 60_000})
  await expect(page.getByTestId('home')).toContainText('Co chcete udělat?')
  await expect(question).toHaveCount(0)

  const petr = await studioOf(browser, 'Petr')
  await petr.open('network', id)
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.field('name.en').getByRole('textbox').click()
  await expect(petr.page.getByText('ŽN', {exact: true}).first()).toBeVisible()
  await studio.fill('name.en', 'Made-up network of Žofie')
  await expect(petr.field('name.en').getByRole('textbox')).toHaveValue('Made-up network of Žofie')

  await studio.runAction(/^Poprosit o posouzení/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Co posoudit/).fill('Sedí ten rok?')
  await dialog.getByRole('button', {name: 'Poprosit'}).click()
  await expect(dialog).toBeHidden()
  await expect(petr.page.getByRole('region', {name: 'K posouzení'})).toContainText(
    'Sedí ten rok?Prosí: Žofie Nováková',
  )
  await petr.page.goto('/studio')
  const changed = petr.page.getByRole('region', {name: 'Naposledy změněno'})
  await expect(changed.getByRole('listitem').first()).toContainText('Žofie Nováková', {timeout: 60_000})
  const notes = petr.page.getByRole('region', {name: 'K posouzení'})
  await notes.getByRole('button', {name: 'Vyřízeno'}).click()
  await expect(notes).toContainText('vyřídil(a): Petr')
  await expect(page.getByRole('region', {name: 'K posouzení'})).toHaveCount(0)
  await petr.page.context().close()
})

test('two people who write in one field lose no letter, and each goes on where they were', async ({
  page,
  browser,
}) => {
  const petr = await studioOf(browser, 'Petr')
  const zofie = new Studio(page)
  await Promise.all([zofie.open('network', id), petr.open('network', id)])
  const hers = zofie.field('summary.cs').getByRole('textbox')
  const his = petr.field('summary.cs').getByRole('textbox')
  await zofie.fill('summary.cs', 'Prostřední věta.')
  await expect(his).toHaveValue('Prostřední věta.')
  await hers.click()
  await page.keyboard.press('Control+Home')
  await his.click()
  await petr.page.keyboard.press('Control+End')
  await Promise.all([
    page.keyboard.type('Žofie píše začátek. ', {delay: 60}),
    petr.page.keyboard.type(' Petr píše konec.', {delay: 70}),
  ])
  const text = 'Žofie píše začátek. Prostřední věta. Petr píše konec.'
  await expect(hers).toHaveValue(text)
  await expect(his).toHaveValue(text)
  await expect.poll(async () => (await lake.getDocument(`drafts.${id}`))?.summary?.cs).toBe(text)
  await petr.page.context().close()
})

test('a publish is undone with the keyboard, unless a colleague has changed the document since', async ({
  page,
  expectConsole,
}) => {
  // The lake refuses the undo of a document that was changed since.
  expectConsole(/status of 409/)
  const versions = async () =>
    Promise.all([id, `drafts.${id}`].map(async (each) => (await lake.getDocument(each))?.name?.en))
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.fill('name.en', 'Published by mistake')
  await studio.publish()
  await expect.poll(versions).toEqual(['Published by mistake', undefined])
  const undo = page.getByRole('button', {name: 'Vrátit zpět'})
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Na webu je zase předchozí podoba. Vaše změny jsou v konceptu.')).toBeVisible()
  expect(await versions()).toEqual(['Made-up network', 'Published by mistake'])

  await studio.publish()
  await lake.patch(id).set({'name.en': 'Corrected by a colleague'}).commit()
  await undo.click()
  await expect(page.getByText(/^Mezitím to změnil někdo jiný/)).toBeVisible()
  expect(await versions()).toEqual(['Corrected by a colleague', undefined])
})
