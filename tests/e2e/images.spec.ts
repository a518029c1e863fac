import type {Page} from '@playwright/test'
import sharp from 'sharp'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-picum'
const path = '/en/our-membership/european-networks/picum'

type Logo = {asset?: {_ref: string}; crop?: {left: number}; hotspot?: object}
const draftLogo = async () => (await lake.getDocument<{logo?: Logo}>(`drafts.${id}`))?.logo

let before: Awaited<ReturnType<typeof lake.getDocument>>

test.beforeAll(async () => {
  await lake.delete({query: `*[_id == "drafts.${id}"]`})
  before = await lake.getDocument(id)
})

test.afterAll(async () => {
  await lake.delete({query: `*[_id == "drafts.${id}"]`})
  if (before) await lake.createOrReplace(before)
})

/** The distance of the crop's handles from the edge of the image, in CSS pixels. */
const HANDLE = 18

/** Drags the left edge of the crop inwards by a quarter. */
async function crop(page: Page, studio: Studio) {
  await page.locator('button:has(svg[data-sanity-icon="crop"])').click()
  const dialog = page.getByRole('dialog')
  const picture = dialog.locator('svg[style*="cursor"]')
  await expect(picture).toBeVisible()
  const box = await picture.boundingBox()
  if (!box) throw new Error('The dialog to crop an image shows no image')
  const middle = box.y + box.height / 2
  await studio.waitForSave(async () => {
    await page.mouse.move(box.x + HANDLE, middle)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 4, middle, {steps: 8})
    await page.mouse.up()
  })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Puts a picture into the clipboard. */
async function copyPicture(page: Page) {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 64)
    const context = canvas.getContext('2d')
    if (context) context.fillStyle = 'teal'
    context?.fillRect(0, 0, 64, 64)
    const blob = await canvas.convertToBlob({type: 'image/png'})
    await navigator.clipboard.write([new ClipboardItem({'image/png': blob})])
  })
}

test('a logo is uploaded, cropped and published, and replaced by a pasted one', async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = new Studio(page)
  await studio.countClicks()
  await studio.open('network', id)
  await studio.openTab(/^(Všechna pole|All fields)/)
  const logo = page.getByTestId('image-input')
  const picture = sharp({create: {width: 1200, height: 760, channels: 3, background: 'rebeccapurple'}})
  const file = {name: 'logo.png', mimeType: 'image/png', buffer: await picture.png().toBuffer()}
  // The form renders again once after a tab is opened. An upload at that time is lost, so retry.
  await expect(async () => {
    await logo.locator('input[type="file"]').first().setInputFiles(file, {timeout: 5_000})
    await expect
      .poll(async () => (await draftLogo())?.asset?._ref, {timeout: 15_000})
      .toMatch(/^image-.*-png$/)
  }).toPass({timeout: 120_000})
  const uploaded = (await draftLogo())?.asset?._ref

  await crop(page, studio)
  await expect.poll(async () => (await draftLogo())?.crop?.left).toBeGreaterThan(0)
  expect((await draftLogo())?.hotspot).toBeDefined()
  await studio.choose('logo.purpose', /^není třeba/)
  await studio.publish()
  studio.tellClicks('a logo uploaded, cropped and published')

  await test.step('visitors see it, cropped, from this site', async () => {
    const address = async () =>
      (await (await request.get(path)).text()).match(/src="(\/images\/site\/media\/[^"]+)"/)?.[1]
    await expect.poll(address, {timeout: 10_000}).toMatch(/\.png\?rect=/)
    const image = await request.get(((await address()) ?? '').replaceAll('&amp;', '&'))
    expect(image.status()).toBe(200)
    expect(image.headers()['content-type']).toMatch(/^image\//)
    expect(image.headers()['cache-control']).toContain('immutable')
  })

  await copyPicture(page)
  await logo.locator('[data-test-id="file-target"]').focus()
  await studio.waitForSave(() => page.keyboard.press('ControlOrMeta+v'))
  await expect.poll(async () => (await draftLogo())?.asset?._ref).not.toBe(uploaded)
})
