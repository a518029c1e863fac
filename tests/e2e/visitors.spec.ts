import AxeBuilder from '@axe-core/playwright'
import type {APIRequestContext} from '@playwright/test'
import {pathsIn} from '../sites/sitemap.ts'
import {expect, test} from './test.ts'

const czechNetworks = '/en/our-membership/czech-networks'

/** The paths of all pages in the sitemap. */
async function sitemapPaths(request: APIRequestContext) {
  return pathsIn(await (await request.get('/sitemap.xml')).text())
}

test('the pages of the Czech networks have the facts of the source text', async ({page}) => {
  for (const [slug, facts] of [
    [
      'consortium',
      [
        'founded in September 2000',
        'summer of 2010',
        'eleven organisations',
        'founding member',
        'revitalisation of this umbrella organisation',
      ],
    ],
    [
      'committee-for-the-rights-of-foreigners',
      ['Magda Faltová', 'since 2015', 'resettlement and refugees resettlement'],
    ],
    [
      'working-group-on-economic-migration',
      ['permanent observer', 'advocacy group created within the Consortium'],
    ],
    ['regional-advisory-platform', ['64 representatives', '2018–2020']],
    [
      'pro-bono-aliance',
      ['Public Interest Lawyers Association', 'exchange of experience and cooperation among lawyers'],
    ],
  ] as const) {
    await page.goto(`${czechNetworks}/${slug}`)
    for (const fact of facts) await expect(page.getByRole('main'), fact).toContainText(fact)
  }
  await page.goto(czechNetworks)
  await expect(page.getByRole('main').getByRole('heading', {level: 2})).toHaveCount(6)
  await expect(
    page.getByText(/^Association for Integration and Migration \(SIMI\): Czech networks\. Version of /),
  ).toBeVisible()
})

test('on a phone, the header is one row; its menu opens, closes with Escape and leads to a page', async ({
  page,
}) => {
  await page.setViewportSize({width: 320, height: 568})
  await page.goto('/cs')
  expect((await page.getByRole('banner').first().boundingBox())?.height).toBeLessThanOrEqual(100)
  const link = page.getByRole('navigation', {name: 'Hlavní'}).getByRole('link', {name: 'Evropské sítě'})
  await expect(link).toBeHidden()
  await page.getByRole('button', {name: 'Menu'}).focus()
  await page.keyboard.press('Enter')
  await expect(link).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
  await page.getByRole('button', {name: 'Menu'}).click()
  await link.click()
  await expect(page).toHaveURL('/cs/nase-clenstvi/evropske-site')
})

test('the list of headings on a network’s page leads to each section, in the page’s language', async ({
  page,
}) => {
  await page.goto('/cs/nase-clenstvi/ceske-site/konsorcium')
  const contents = page.getByRole('navigation', {name: 'Na této stránce'})
  for (const link of await contents.getByRole('link').all()) {
    const target = (await link.getAttribute('href')) ?? ''
    await expect(page.locator(target)).toHaveText((await link.textContent()) ?? '')
  }
  await contents.getByRole('link', {name: 'Historie'}).click()
  await expect(page).toHaveURL(/#historie$/)
})

test('the first screen of the home page on a phone names a network and SIMI’s role', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844})
  await page.goto('/en')
  await expect(page.getByRole('link', {name: /^Consortium of Migrants/})).toBeInViewport()
  await expect(page.getByText('founding member', {exact: true})).toBeInViewport()
})

test('no page of the sitemap, and no 404, has executable script or sets a cookie', async ({request}) => {
  const paths = await sitemapPaths(request)
  expect(paths.length).toBeGreaterThan(20)
  for (const path of [...paths, '/en/nothing', '/cs/nase-clenstvi/nic', '/nothing']) {
    for (const answer of ['first', 'second']) {
      const response = await request.get(path)
      const html = await response.text()
      expect(html, `${path}, ${answer} answer`).not.toMatch(
        /<script(?![^>]*type="(application\/ld\+json|speculationrules)")/,
      )
      expect(html).not.toMatch(/rel="(modulepreload|preload)"[^>]*as="script"/)
      expect(html).not.toContain('data-sanity')
      expect(response.headers()['set-cookie']).toBeUndefined()
    }
  }
})

test('every page of the sitemap answers 200 and links to its alternate', async ({request}) => {
  for (const path of await sitemapPaths(request)) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(200)
    const html = await response.text()
    const locale = path.split('/')[1]
    expect(html).toContain(`<html lang="${locale}"`)
    expect(html).toMatch(new RegExp(`rel="canonical" href="[^"]*${path}"`))
    const alternate = html.match(
      new RegExp(`hrefLang="${locale === 'cs' ? 'en' : 'cs'}" href="([^"]+)"`),
    )?.[1]
    if (alternate) {
      const back = await (await request.get(new URL(alternate).pathname)).text()
      expect(back, `${alternate} points back`).toMatch(new RegExp(`hrefLang="${locale}" href="[^"]*${path}"`))
    }
  }
})

test('an unknown path answers 404 in the language of the path', async ({page, expectConsole}) => {
  expectConsole(/404 \(Not Found\)/)
  for (const [path, lang, words] of [
    ['/en/our-membership/czech-networks/nothing', 'en', 'Page not found'],
    ['/cs/nase-clenstvi/ceske-site/nic', 'cs', 'Stránka nenalezena'],
    ['/en/nase-clenstvi', 'en', 'Page not found'],
    ['/cs/a/b/c/d/e/f', 'cs', 'Stránka nenalezena'],
  ] as const) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('heading', {level: 1})).toHaveText(words)
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  }
  expect((await page.goto('/nothing'))?.status()).toBe(404)
})

test('a network with the other language’s slug or the wrong group redirects to its path', async ({
  request,
}) => {
  for (const [from, to] of [
    ['/en/our-membership/czech-networks/konsorcium', '/en/our-membership/czech-networks/consortium'],
    ['/cs/nase-clenstvi/evropske-site/konsorcium', '/cs/nase-clenstvi/ceske-site/konsorcium'],
  ] as const) {
    const response = await request.get(from, {maxRedirects: 0})
    expect(response.status()).toBe(308)
    expect(response.headers().location).toBe(to)
  }
})

test('only "/" uses the visitor’s preferred language', async ({request}) => {
  const redirectFor = async (language: string) =>
    (await request.get('/', {maxRedirects: 0, headers: {'accept-language': language}})).headers().location
  expect(await redirectFor('en-US,en;q=0.9')).toBe('/en')
  expect(await redirectFor('cs')).toBe('/cs')
  expect(await redirectFor('de,sk;q=0.5,en;q=0.4')).toBe('/cs')
  expect(await redirectFor('de')).toBe('/en')
})

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const) {
  test(`every page passes axe in ${colorScheme} and fits ${width} px`, async ({
    page,
    request,
    expectConsole,
  }) => {
    expectConsole(/404 \(Not Found\) \(.*\/cs\/404\)/)
    expectConsole(/500 \(Internal Server Error\) \(.*\/en\/500\)/)
    await page.emulateMedia({colorScheme})
    await page.setViewportSize({width, height: 800})
    for (const path of [...(await sitemapPaths(request)), '/cs/404', '/en/500']) {
      await page.goto(path)
      const {violations} = await new AxeBuilder({page})
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(
        violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`),
        path,
      ).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
  })
}

test('the language switch and the skip link work from the keyboard', async ({page}) => {
  await page.goto('/en/our-membership/czech-networks/consortium')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', {name: /skip/i})).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main_content$/)
  await page.getByRole('link', {name: 'Česky'}).click()
  await expect(page).toHaveURL(/\/cs\/nase-clenstvi\/ceske-site\/konsorcium$/)
})
