import {htmlProblems} from '../audit/html.ts'
import {knownTexts, textsWithoutLang} from '../audit/languages.ts'
import {deadLinks} from '../audit/links.ts'
import {getPage, gzipSize, type Page, sitemapPaths} from '../audit/pages.ts'
import {structuredDataProblems} from '../audit/structured-data.ts'
import {lake} from './lake.ts'
import {expect, test} from './test.ts'

let pages: Page[]

test.beforeAll(async ({baseURL}) => {
  const origin = baseURL ?? ''
  pages = await Promise.all((await sitemapPaths(origin)).map((path) => getPage(origin, path)))
  expect(pages.length).toBeGreaterThan(20)
})

test('every page is valid HTML of at most 14 kB', async () => {
  for (const page of pages) {
    expect(await htmlProblems(page), page.path).toEqual([])
    expect(gzipSize(page.html), page.path).toBeLessThanOrEqual(14_000)
  }
})

test('every text in another language has a lang attribute', async () => {
  const known = knownTexts(await lake.fetch('*[!(_id in path("drafts.**"))]'))
  expect(known.length).toBeGreaterThan(200)
  for (const page of pages) expect(textsWithoutLang(page.html, known), page.path).toEqual([])
})

test('no internal link is dead, with preview pictures and feeds', async ({baseURL}) => {
  for (const [path, problems] of await deadLinks(pages, baseURL ?? '')) expect(problems, path).toEqual([])
})

test('structured data is valid schema.org, and the check finds a misspelt property', async () => {
  const block = '{"@context":"https://schema.org","@graph":[{"@type":"NGO","nmae":"A"}]}'
  const misspelled = {
    path: '/misspelled',
    status: 200,
    html: `<script type="application/ld+json">${block}</script>`,
  }
  const problems = await structuredDataProblems([...pages, misspelled])
  expect(problems.get('/misspelled')).toHaveLength(1)
  for (const {path} of pages) expect(problems.get(path), path).toEqual([])
})

test('paths of the old site redirect permanently, in one step, with any query string', async ({request}) => {
  for (const [path, target] of [
    ['/cs/organizace/nase-clenstvi', '/cs/nase-clenstvi'],
    ['/cs/organizace/nase-clenstvi/ceske-site', '/cs/nase-clenstvi/ceske-site'],
    ['/cs/organizace/nase-clenstvi/evropske-site?popup=close', '/cs/nase-clenstvi/evropske-site'],
    ['/cs/organizace/nase-clenstvi/zahranicni-partneri', '/cs/nase-clenstvi/zahranicni-partneri'],
    ['/en/organization/history/czech-network?popup=close', '/en/our-membership/czech-networks'],
  ] as const) {
    const response = await request.get(path, {maxRedirects: 0})
    expect(response.status(), path).toBe(308)
    expect(response.headers().location, path).toBe(target)
    expect((await request.get(target, {maxRedirects: 0})).status(), target).toBe(200)
  }
})

test('data files, feeds and pictures have the right content type', async ({request}) => {
  for (const [path, type] of [
    ['/data/popolo.json', 'application/json'],
    ['/data/popolo.schema.json', 'application/schema+json'],
    ['/data/networks.csv', 'text/csv'],
    ['/data/memberships.csv', 'text/csv'],
    ['/data/events.excel.csv', 'text/csv'],
    ['/data/datapackage.json', 'application/json'],
    ['/cs/feed.xml', 'application/atom+xml'],
    ['/en/feed.xml', 'application/atom+xml'],
    ['/cs/og/network/konsorcium', 'image/png'],
  ] as const) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(200)
    expect(response.headers()['content-type'], path).toContain(type)
  }
  for (const path of ['/cs/og/network/nic', '/data/nothing.csv'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('a correction soon appears in data files and the feed, and a new legacy path redirects', async ({
  request,
}) => {
  const id = 'network-consortium'
  const name = await lake.fetch<string>('*[_id == $id][0].name.en', {id})
  try {
    await lake
      .patch(id)
      .set({'name.en': 'Corrected Consortium', legacyPaths: ['/en/organization/made-up']})
      .commit()
    for (const path of ['/data/popolo.json', '/data/networks.csv', '/data/memberships.csv', '/en/feed.xml']) {
      await expect(async () => {
        expect(await (await request.get(path)).text(), path).toContain('Corrected Consortium')
      }).toPass({timeout: 30_000})
    }
    const old = await request.get('/en/organization/made-up?popup=close', {maxRedirects: 0})
    expect(old.status()).toBe(308)
    expect(old.headers().location).toContain('/en/our-membership/czech-networks/consortium')
  } finally {
    await lake.patch(id).set({'name.en': name}).unset(['legacyPaths']).commit()
  }
})

test('robots.txt disallows everything on a server that is not the public site', async ({request}) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /\n')
})
