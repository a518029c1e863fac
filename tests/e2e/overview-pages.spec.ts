import AxeBuilder from '@axe-core/playwright'
import {expect, test} from './test.ts'

const pages = [
  {path: '/en/our-membership/overview', alternate: '/cs/nase-clenstvi/prehled'},
  {
    path: '/en/our-membership/overview/european-networks/other',
    alternate: '/cs/nase-clenstvi/prehled/evropske-site/ostatni',
  },
  {path: '/cs/nase-clenstvi/casova-osa', alternate: '/en/our-membership/timeline'},
  {path: '/en/our-membership/relations', alternate: '/cs/nase-clenstvi/vztahy'},
  {path: '/en/our-membership/relations/consortium', alternate: '/cs/nase-clenstvi/vztahy/konsorcium'},
]

for (const {path, alternate} of pages) {
  test(`${path} passes axe in both themes and fits a small screen`, async ({page}) => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await page.emulateMedia({colorScheme})
      await page.setViewportSize({width, height: 800})
      await page.goto(path)
      const {violations} = await new AxeBuilder({page}).analyze()
      expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    // Text in a picture is at least 12 px on the narrow screen too.
    const sizes = await page
      .locator('main :is(svg text, .words span, .box span, .on-line)')
      .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
    await expect(page.locator('a.language')).toHaveAttribute('href', alternate)
  })
}

test('the overview is filtered by links, and each selection has a path in both languages', async ({
  page,
  request,
}) => {
  await page.goto('/en/our-membership/overview')
  const filters = page.getByRole('navigation', {name: 'Narrow the table'})
  const lines = page.getByRole('row')
  await expect(page.getByText('12 memberships')).toBeVisible()
  await filters.getByRole('link', {name: /^Czech networks/}).click()
  await filters.getByRole('link', {name: /^former/}).click()
  await expect(page).toHaveURL('/en/our-membership/overview/czech-networks/former')
  await expect(page).toHaveTitle(/Overview of memberships: Czech networks, former/)
  await expect(page.getByText('1 of 12 memberships')).toBeVisible()
  // The heads of the table and of the group.
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(2)).toContainText('project partner (EPIM grant)')
  await expect(filters.locator('[aria-current]')).toContainText(['Czech networks', 'all', 'former'])

  await page.getByRole('link', {name: 'Česky'}).click()
  await expect(page).toHaveURL('/cs/nase-clenstvi/prehled/ceske-site/skoncilo')
  await expect(page.getByText('1 z 12 členství')).toBeVisible()
  await page
    .getByRole('navigation', {name: 'Zúžit tabulku'})
    .getByRole('link', {name: /^vše/})
    .first()
    .click()
  await expect(page).toHaveURL('/cs/nase-clenstvi/prehled/skoncilo')

  // Only the unfiltered table is indexed.
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
  for (const path of [
    '/en/our-membership/overview/former/czech-networks',
    '/en/our-membership/overview/nonsense',
    '/en/our-membership/overview/page/2',
    '/en/our-membership/czech-networks/page/1',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})

test('the landing page links to the timeline and the relations', async ({page}) => {
  await page.goto('/en/our-membership')
  const views = page.getByRole('navigation', {name: 'Other views'})
  await views.getByRole('link', {name: 'Timeline'}).click()
  await expect(page).toHaveURL('/en/our-membership/timeline')
  await page.goBack()
  await views.getByRole('link', {name: 'Relations'}).click()
  await expect(page).toHaveURL('/en/our-membership/relations')
})

test('the table has the same facts as the timeline: a season, a disputed founding, an unknown end', async ({
  page,
}) => {
  await page.goto('/en/our-membership/timeline')
  const picture = page.locator('figure.timeline')
  await page.getByText('Show the table').click()
  const table = page.getByRole('table')
  for (const words of [
    'September 2000',
    'summer 2010',
    'about December 2009',
    '2015 – end unknown',
    '31 August 2010',
  ]) {
    await expect(picture).toContainText(words)
    await expect(table).toContainText(words)
  }
  // SIMI and the Consortium: two dates each.
  await expect(picture.locator('.words span', {hasText: /^Founded$/})).toHaveCount(4)
  await expect(table.getByText('sources give different dates')).not.toHaveCount(0)
})

test('a network on the map can be focused and opened with the keyboard', async ({page}) => {
  await page.setViewportSize({width: 320, height: 800})
  await page.goto('/en/our-membership/relations')
  const map = page.getByRole('region', {name: /Map of relations/})
  const picum = map.getByRole('link', {name: 'PICUM'})
  await map.focus()
  await expect(map).toBeFocused()
  await picum.focus()
  await expect(picum).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/our-membership\/european-networks\/picum$/)
})

test('a network links to a map of its own relations and those of its related networks', async ({
  page,
  request,
}) => {
  await page.goto('/en/our-membership/european-networks/picum')
  await page.getByRole('link', {name: 'Show on a map'}).click()
  await expect(page).toHaveURL('/en/our-membership/relations/picum')
  const map = page.getByRole('region', {name: /Map of relations/})
  await expect(map.getByRole('link')).toHaveCount(2)
  await expect(map.locator('.edge', {hasText: 'is a member of'})).toHaveCount(1)
  await map.getByRole('link', {name: /Consortium/}).click()
  await expect(page).toHaveURL(/\/czech-networks\/consortium$/)
  expect((await request.get('/en/our-membership/relations/nothing')).status()).toBe(404)
  expect((await request.get('/en/our-membership/relations/konsorcium')).url()).toMatch(
    /relations\/consortium$/,
  )
})
