import {truncateSync, writeFileSync} from 'node:fs'
import type {Locator} from '@playwright/test'
import sharp from 'sharp'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'drafts.network-with-logo'
const picture = sharp({create: {width: 320, height: 320, channels: 3, background: 'teal'}})
const heic = Buffer.from([0, 0, 0, 24, ...Buffer.from('ftypheic'), 0, 0, 0, 0, ...Buffer.from('mif1heic')])

type File = {name: string; mimeType: string; buffer: Buffer}
const logo = async () => (await lake.getDocument<{logo?: {asset?: object}}>(id))?.logo

test.beforeEach(async () => {
  await lake.createOrReplace({_id: id, _type: 'network', name: {cs: 'Síť s logem'}})
})

test.afterEach(async () => {
  await lake.delete(id)
})

/** The event that Chromium sends when files are dropped. */
const drop = (target: Locator, files: File[]) =>
  target.evaluate(
    (element, dropped) => {
      const dataTransfer = new DataTransfer()
      for (const {name, mimeType, content} of dropped) {
        const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name, {type: mimeType}))
      }
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}))
    },
    files.map(({name, mimeType, buffer}) => ({name, mimeType, content: buffer.toString('base64')})),
  )

test('a file that can’t be a logo is refused at the field with what to do; the draft stays as it was', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/status of 400/)
  const studio = new Studio(page)
  await studio.open('network', 'network-with-logo')
  await studio.openTab(/Všechna pole/)
  const field = page.getByTestId('image-input')
  const message = page.getByTestId('upload-message')
  const target = field.locator('[data-test-id="file-target"]')
  const jpeg = await picture.clone().jpeg().toBuffer()
  await expect(page.getByText('PNG, JPEG, SVG, WebP nebo GIF, nejvýš 50 MB')).toBeVisible()

  const choose = (file: File | string) => field.locator('input[type="file"]').first().setInputFiles(file)
  // The form renders again once after a tab is opened. A file chosen at that time is lost, so retry.
  await expect(async () => {
    await choose({name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: heic})
    await expect(message).toContainText('HEIC', {timeout: 3_000})
  }).toPass({timeout: 60_000})
  const large = test.info().outputPath('large.png')
  writeFileSync(large, '')
  truncateSync(large, 53 * 1024 * 1024)
  await choose(large)
  await expect(message).toContainText('má 53 MB')
  await choose({name: 'renamed.jpg', mimeType: 'image/jpeg', buffer: heic})
  await expect(message).toContainText('HEIC')
  await choose({name: 'cut.jpg', mimeType: 'image/jpeg', buffer: jpeg.subarray(0, jpeg.length / 2)})
  await expect(message).toContainText('poškozený nebo neúplný')
  await choose({name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg><rect</svg>')})
  await expect(message).toContainText('SVG nejde přečíst')

  await drop(target, [
    {name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg},
    {name: 'b.jpg', mimeType: 'image/jpeg', buffer: jpeg},
  ])
  await expect(message).toContainText('jeden soubor')
  await drop(target, [{name: 'logo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7')}])
  await expect(message).toContainText('Uložte logo jako PNG')
  await expect(page.getByText(/konzol|console/i)).toHaveCount(0)
  await expect.poll(logo).toBeUndefined()
})

test('a JPEG in colours for print is uploaded with a warning, and the next file removes the warning', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open('network', 'network-with-logo')
  await studio.openTab(/Všechna pole/)
  const field = page.getByTestId('image-input')
  const target = field.locator('[data-test-id="file-target"]')
  const buffer = await picture.clone().toColourspace('cmyk').jpeg().toBuffer()
  await expect(async () => {
    await drop(target, [{name: 'print.jpg', mimeType: 'image/jpeg', buffer}])
    await expect(page.getByTestId('upload-message')).toContainText('CMYK', {timeout: 3_000})
  }).toPass({timeout: 60_000})
  await expect.poll(async () => (await logo())?.asset).toBeDefined()
  await drop(target, [{name: 'logo.png', mimeType: 'image/png', buffer: await picture.png().toBuffer()}])
  await expect(page.getByTestId('upload-message')).toBeEmpty()
})
