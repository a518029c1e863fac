import {lake} from './lake.ts'
import {expectMapToFit, expectToFit} from './layout-checks.ts'
import {longDocuments, longestWord, longHome} from './long-words-documents.ts'
import {expect, test} from './test.ts'

const simi = 'organization-simi'
const widths = [320, 390, 768, 1440]

/** `others` are pages that show no content of documents, so no long words. */
const pages = {
  en: {
    withLongWords: [
      '/en',
      '/en/our-membership',
      '/en/our-membership/czech-networks',
      '/en/our-membership/european-networks',
      '/en/our-membership/foreign-partners',
      '/en/our-membership/czech-networks/long-czech',
      '/en/our-membership/european-networks/long-european',
      '/en/our-membership/foreign-partners/long-partner',
      '/en/our-membership/overview',
      '/en/our-membership/timeline',
      '/en/our-membership/relations',
    ],
    others: ['/en/data', '/en/accessibility', `/en/${'no-such-page'.repeat(20)}`],
  },
  cs: {
    withLongWords: [
      '/cs',
      '/cs/nase-clenstvi',
      '/cs/nase-clenstvi/ceske-site',
      '/cs/nase-clenstvi/evropske-site',
      '/cs/nase-clenstvi/zahranicni-partneri',
      '/cs/nase-clenstvi/ceske-site/dlouha-czech',
      '/cs/nase-clenstvi/prehled',
      '/cs/nase-clenstvi/casova-osa',
      '/cs/nase-clenstvi/vztahy',
    ],
    others: ['/cs/data', '/cs/pristupnost', `/${'neni'.repeat(60)}`],
  },
}
const isMap = (path: string) => /relations|vztahy/.test(path)
const isTimeline = (path: string) => /timeline|casova-osa/.test(path)

/** The text spacing that WCAG 1.4.12 requires pages to support. */
const spacing = `* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
  p {margin-block-end: 2em !important}`

// A visitor's own style sheet is not subject to the site's policy either.
test.use({bypassCSP: true})

let home: Awaited<ReturnType<typeof lake.getDocument>>

test.beforeAll(async () => {
  home = await lake.getDocument(simi)
  const transaction = lake.transaction()
  for (const document of longDocuments) transaction.createOrReplace(document)
  transaction.patch(simi, (patch) => patch.set(longHome))
  await transaction.commit()
})

test.afterAll(async () => {
  await lake.delete({query: '*[_id == "drafts.network-long-czech"]'})
  const transaction = lake.transaction()
  if (home) transaction.createOrReplace(home)
  for (const {_id} of longDocuments.toReversed()) transaction.delete(_id)
  await transaction.commit()
})

for (const [locale, {withLongWords, others}] of Object.entries(pages)) {
  test(`long words wrap on every page, at every width and with wide text spacing (${locale})`, async ({
    page,
    request,
    expectConsole,
  }) => {
    expectConsole(/404/)
    for (const path of [...withLongWords, ...others]) {
      if (withLongWords.includes(path)) {
        await expect(async () => {
          expect(await (await request.get(path)).text(), path).toContain(longestWord)
        }).toPass({timeout: 30_000})
      }
      await page.goto(path)
      for (const details of await page.locator('details').all())
        await details.evaluate((each) => each.setAttribute('open', ''))
      for (const width of widths) {
        await page.setViewportSize({width, height: 900})
        await expectToFit(page, `${path} at ${width}`)
        if (isMap(path)) await expectMapToFit(page, path)
      }
      await page.addStyleTag({content: spacing})
      for (const width of widths) {
        await page.setViewportSize({width, height: 900})
        await expectToFit(page, `${path} at ${width}, wide spacing`)
        if (isMap(path)) await expectMapToFit(page, `${path}, wide spacing`)
        if (isTimeline(path) && width === 320) {
          const years = await page
            .locator('.axis text:visible')
            .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))
          for (const [index, {right}] of years.entries()) {
            expect(right).toBeLessThanOrEqual(years[index + 1]?.left ?? width)
          }
        }
      }
    }
  })
}

test('the preview banner and the error page of an invalid draft fit too', async ({page, expectConsole}) => {
  // The Presentation tool logs this error when it connects slowly. It connects nevertheless.
  expectConsole(/Unable to connect to visual editing/)
  const id = 'drafts.network-long-czech'
  const path = '/en/our-membership/czech-networks/long-czech'
  const draft = longDocuments.find(({_id}) => `drafts.${_id}` === id)
  // The name has the wrong type. The error message quotes the long word.
  await lake.createOrReplace({...draft, _id: id, _type: 'network', name: {en: {[longestWord]: longestWord}}})
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(path)}`)
  const preview = page.frameLocator('iframe').first()
  await expect(preview.locator('code')).toContainText(longestWord.slice(0, 20), {timeout: 60_000})
  await page.goto(path)
  await expect(page.getByRole('complementary', {name: 'Preview'})).toBeVisible()
  for (const width of widths) {
    await page.setViewportSize({width, height: 900})
    await expectToFit(page, `a draft at ${width}`)
  }
  await lake.delete(id)
})

test('printed pages are not clipped, and are dark on white in both themes', async ({page}) => {
  // A4 with the browser's usual margins.
  await page.setViewportSize({width: 718, height: 1046})
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({media: 'print', colorScheme})
    for (const path of ['timeline', 'relations', 'overview', 'czech-networks/long-czech']) {
      await page.goto(`/en/our-membership/${path}`)
      await expectToFit(page, `${path} on paper`)
      const {tooWide, dim} = await page.evaluate(() => {
        const visible = [...document.querySelectorAll('main *')].filter((each) => each.checkVisibility())
        const lightness = (colour: string) =>
          (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3
        return {
          tooWide: visible
            .filter((each) => each.tagName !== 'path' && each.getBoundingClientRect().right > innerWidth + 1)
            .map(({tagName, className}) => `${tagName} ${className}`),
          dim: visible
            .filter((each) => each.textContent?.trim() && lightness(getComputedStyle(each).color) > 90)
            .map(({tagName, className}) => `${tagName} ${className}`),
        }
      })
      expect([tooWide.slice(0, 5), dim.slice(0, 5)], `${path}, ${colorScheme}`).toEqual([[], []])
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      )
      const name = `${path.replace('/', ' ')} ${colorScheme}.pdf`
      await test.info().attach(name, {body: await page.pdf({format: 'A4'}), contentType: 'application/pdf'})
    }
    const map = await page.goto('/en/our-membership/relations').then(() => page.locator('.map').boundingBox())
    expect(map?.width).toBeLessThanOrEqual(718)
    expect(map?.height).toBeLessThanOrEqual(1046)
  }
})
