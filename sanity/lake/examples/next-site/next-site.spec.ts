import {expect, type Page, test} from '@playwright/test'
import {createClient} from '@sanity/client'
import sharp from 'sharp'
import {lake} from './playwright.config'

const client = createClient({
  apiHost: lake.url,
  useProjectHostname: false,
  projectId: 'local',
  dataset: 'production',
  apiVersion: '2026-01-01',
  useCdn: false,
  token: lake.token,
  perspective: 'raw',
})

const slug = 'bean-soup'
const field = (page: Page, name: string) => page.getByTestId(`field-${name}`)

/** Waits until the lake has stored it: the Studio shows what was typed long before. */
const stored = (query: string) => expect.poll(() => client.fetch(query), {message: query, timeout: 60_000})

test.describe.configure({mode: 'serial'})

// The helper answers for Sanity's hosts. Not for what the page loads from them: NextStudio has a script, and Sanity's
// design system a font.
test.beforeEach(async ({context}) => {
  context.on('request', (request) => {
    if (['script', 'font'].includes(request.resourceType())) return
    if (!/^(https?|wss?):\/\/(localhost|127\.0\.0\.1):|^(data|blob):/.test(request.url()))
      throw new Error(`A request left the machine: ${request.url()}`)
  })
})

test('a recipe is created, gets a picture, is published, and appears on the open page', async ({
  page,
  context,
}) => {
  const visitor = await context.newPage()
  await visitor.goto('/')
  await expect(visitor.getByRole('heading', {name: 'Recipes'})).toBeVisible()

  await page.goto('/studio/intent/create/template=recipe;type=recipe')
  await field(page, 'title').getByRole('textbox').fill('Bean soup')
  await stored('*[_type == "recipe" && _id in path("drafts.*")][0].title').toBe('Bean soup')
  await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
  await field(page, 'text').getByRole('textbox').fill('Soak the beans.')
  await page
    .getByTestId('image-input')
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'soup.png',
      mimeType: 'image/png',
      buffer: await sharp({create: {width: 800, height: 600, channels: 3, background: '#b33'}})
        .png()
        .toBuffer(),
    })
  await stored(
    '*[_type == "recipe" && _id in path("drafts.*")][0]{"slug": slug.current, text, "picture": defined(picture.asset)}',
  ).toEqual({slug, text: 'Soak the beans.', picture: true})
  await page.getByTestId('action-publish').click()
  await stored('count(*[_type == "recipe" && !(_id in path("drafts.**"))])').toBe(1)

  await visitor.getByRole('link', {name: 'Bean soup'}).click()
  await expect(visitor.getByText('Soak the beans.')).toBeVisible()
  await expect(visitor.locator('article img')).toHaveJSProperty('complete', true)
  expect(
    await visitor.locator('article img').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0)
})

test('the preview shows a draft, and a click on its text opens the field', async ({page, context}) => {
  await page.goto(`/studio/presentation?preview=/${slug}`)
  const preview = page.frameLocator('iframe').first()
  const heading = preview.getByRole('heading', {level: 1})
  await expect(heading).toContainText('Bean soup')
  await heading.hover()
  await heading.click()
  const title = field(page, 'title').getByRole('textbox')
  await expect(title).toBeVisible()
  await title.fill('White bean soup')
  await expect(heading).toContainText('White bean soup')

  const visitor = await context.browser()?.newContext()
  const published = await visitor?.newPage()
  await published?.goto(new URL(`/${slug}`, page.url()).href)
  await expect(published?.getByRole('heading', {level: 1}) ?? heading).toHaveText('Bean soup')
  await visitor?.close()
})

test('a draft in a scheduled release is published at its time, and the page shows it', async ({page}) => {
  const {_id} = await client.fetch('*[_type == "recipe" && _id in path("drafts.**")][0]{_id}')
  const releaseId = 'rScheduled'
  await client.releases.create({releaseId, metadata: {title: 'Soon', releaseType: 'scheduled'}})
  await client.createVersion({releaseId, publishedId: _id.slice('drafts.'.length), baseId: _id})
  await client.releases.schedule({releaseId, publishAt: new Date(Date.now() + 3000).toISOString()})
  await page.goto(`/${slug}`)
  await expect(page.getByRole('heading', {level: 1})).toHaveText('White bean soup')
})
