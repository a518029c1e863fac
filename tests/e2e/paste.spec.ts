import {readFileSync} from 'node:fs'
import type {Locator} from '@playwright/test'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'drafts.network-pasted'
const copied = readFileSync('tests/unit/sanity/schemas/pasted/google-docs.clipboard', 'utf8')

type Block = {listItem?: string; level?: number; children: {text: string}[]}
const texts = async () => {
  const draft = await lake.getDocument<{body?: {cs?: Block[]}}>(id)
  return draft?.body?.cs?.map(({listItem, level, children}) =>
    [...(listItem ? [listItem, level] : []), children.map(({text}) => text).join('')].join(' '),
  )
}

/** The event that Chromium sends when something is pasted. */
const paste = (editor: Locator, data: Record<string, string>) =>
  editor.evaluate((element, formats) => {
    const clipboardData = new DataTransfer()
    for (const [format, text] of Object.entries(formats)) clipboardData.setData(format, text)
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}))
  }, data)

test.beforeEach(async () => {
  const block = {
    _type: 'block',
    _key: 'a',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 'b', text: 'Psáno předem.', marks: []}],
  }
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    name: {cs: 'Vložená síť'},
    body: {cs: [block]},
  })
})

test.afterEach(async () => {
  await lake.delete(id)
})

test('text copied from Google Docs replaces the selected text, and what was left out is said', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open('network', 'network-pasted')
  const editor = studio.field('body.cs').getByRole('textbox')
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await paste(editor, {'text/html': copied, 'text/plain': 'unused'})
  await expect
    .poll(texts)
    .toEqual([
      'Co jsme probrali',
      'Setkání se konalo v Brně a trvalo dva dny.',
      'bullet 1 první bod',
      'bullet 2 podrobnost prvního bodu',
      'bullet 1 druhý bod',
      'bullet 1 číslovaný krok',
      'Více na webu a na druhém webu.',
      'bullet 1 2019 | 48 osob z toho 20 z Prahy',
    ])
  await expect(page.getByText('Tabulky tu nejsou: každý řádek se vložil jako odrážka.')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(texts).toEqual(['Psáno předem.'])
})

test('a relative link is refused with the reason, and the text of the link stays', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', 'network-pasted')
  const editor = studio.field('body.cs').getByRole('textbox')
  await editor.click()
  await page.keyboard.press('End')
  await paste(editor, {'text/html': 'Viz <a href="/o-nas">O nás</a>.'})
  await expect.poll(texts).toEqual(['Psáno předem.Viz O nás.'])
  await expect(page.getByText(/Odkaz „O nás“ se vložil jen jako text, protože „\/o-nas“/)).toBeVisible()
})
