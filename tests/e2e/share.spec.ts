import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'drafts.network-never-published'
const path = '/en/our-membership/czech-networks/never-published'
const marker = 'A sentence that was never published.'

test.beforeAll(async () => {
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    name: {cs: 'Nezveřejněná zkušební síť', en: 'Unpublished trial network'},
    slug: {cs: {_type: 'slug', current: 'nezverejnena'}, en: {_type: 'slug', current: 'never-published'}},
    level: 'czech',
    relationKind: 'membership',
    summary: {en: marker},
  })
})

test.afterAll(async () => {
  await lake.delete(id)
  await lake.delete('sanity-preview-url-secret.share-access')
})

test('an editor shares the preview of an unpublished network with a colleague who has no Studio', async ({
  page,
  context,
  browser,
  baseURL,
  request,
  expectConsole,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(path)}`)
  const preview = page.frameLocator('iframe').first()
  await expect(preview.getByText(marker).first()).toBeVisible({timeout: 60_000})
  const link = await studio.sharePreview()
  studio.tellClicks('sharing a preview, from the preview to the link in the clipboard')
  expect(new URL(link).origin).toBe(baseURL)

  await test.step('the link opens the draft', async () => {
    const colleague = await browser.newContext({baseURL})
    const tab = await colleague.newPage()
    await tab.goto(link)
    expect(new URL(tab.url()).pathname).toBe(path)
    await expect(tab.getByText(marker).first()).toBeVisible()
    const cookie = (await colleague.cookies()).find(({name}) => name === 'preview_session')
    const hours = ((cookie?.expires ?? 0) * 1000 - Date.now()) / 3_600_000
    expect(hours, 'the preview ends after about twelve hours').toBeGreaterThan(11)
    expect(hours).toBeLessThan(13)
    expect(
      (await colleague.cookies()).map(({name}) => name),
      'Next’s own cookie stays on the server',
    ).not.toContain('__prerender_bypass')
    await tab.getByRole('button', {name: 'Leave the preview'}).click()
    expect((await tab.goto(path))?.status()).toBe(404)
    await colleague.close()
  })

  await test.step('a manipulated link never redirects to another site', async () => {
    const manipulated = new URL(link)
    for (const target of [
      '/..//evil.example',
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
    ]) {
      manipulated.searchParams.set('sanity-preview-pathname', target)
      const answer = await request.get(manipulated.href, {maxRedirects: 0})
      expect(answer.status(), target).toBe(400)
      expect(answer.headers().location).toBeUndefined()
    }
  })

  await test.step('after sharing is turned off, the link is rejected and open previews show that they have ended', async () => {
    const colleague = await browser.newContext({baseURL})
    const tab = await colleague.newPage()
    await tab.goto(link)
    await expect(tab.getByText(marker).first()).toBeVisible()
    await studio.stopSharingPreview()
    expect((await request.get(link, {maxRedirects: 0})).status()).toBe(401)
    expectConsole(/410 \(Gone\)|404 \(Not Found\)/)
    await expect(async () => {
      await tab.reload()
      await expect(tab.getByRole('heading', {name: 'The preview has ended'})).toBeVisible({timeout: 1_000})
    }).toPass({timeout: 10_000})
    await tab.getByRole('link', {name: 'Show the published page'}).click()
    await expect(tab).toHaveTitle(/not found|Page/i)
    await expect(tab.getByText(marker)).toHaveCount(0)
    await colleague.close()
  })
})
