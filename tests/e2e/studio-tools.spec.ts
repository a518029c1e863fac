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

test('incoming references of a document are listed', async ({page}) => {
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.openIncomingReferences()
  await expect(page.getByTestId('document-pane')).toContainText(/Členství|Membership/)
})
