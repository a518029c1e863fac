import {lake} from './lake.ts'
import {expect, test} from './test.ts'

const path = '/en/our-membership/czech-networks/pro-bono-aliance'
const id = 'network-pro-bono-aliance'
const marker = 'Only a draft says this.'

test.beforeAll(async () => {
  const published = await lake.getDocument(id)
  if (!published) throw new Error(`The seed has no ${id}`)
  await lake.createOrReplace({
    ...published,
    _id: `drafts.${id}`,
    summary: {...published.summary, en: marker},
    body: {
      ...published.body,
      en: [
        {
          _type: 'block',
          _key: 'marker',
          style: 'normal',
          markDefs: [],
          children: [{_type: 'span', _key: 'text', marks: [], text: marker}],
        },
      ],
    },
  })
})

test.afterAll(async () => {
  await lake.delete(`drafts.${id}`)
})

test('the Presentation tool shows a draft in its page, to editors only, until they leave the preview', async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(path)}`)
  const preview = page.frameLocator('iframe').first()
  await expect(preview.getByText(marker).first()).toBeVisible({timeout: 60_000})
  await expect(preview.getByRole('complementary', {name: 'Preview'})).toContainText('not published')
  await expect(preview.locator('[data-sanity]').first()).toBeAttached()

  await test.step('visitors without the cookie never see it', async () => {
    expect(await (await request.get(path)).text()).not.toContain(marker)
    const visitor = await (await browser.newContext({baseURL})).newPage()
    await visitor.goto(path)
    await expect(visitor.getByText(marker)).toHaveCount(0)
    await visitor.close()
  })

  await test.step('the editor’s own window shows the draft too, uncached, until they leave the preview', async () => {
    const response = await page.goto(path)
    expect(response?.headers()['cache-control']).toContain('no-store')
    await expect(page.getByText(marker).first()).toBeVisible()
    await page.getByRole('button', {name: 'Leave the preview'}).click()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.getByText(marker)).toHaveCount(0)
    await expect(page.getByRole('complementary', {name: 'Preview'})).toHaveCount(0)
  })
})

test('text typed in the Studio appears in the open preview', async ({page, expectConsole}) => {
  // The Presentation tool logs this error when it connects slowly. It connects nevertheless.
  expectConsole(/Unable to connect to visual editing/)
  await page.goto(`/studio/presentation/network/${id}?preview=${encodeURIComponent(path)}`)
  const preview = page.frameLocator('iframe').first()
  await expect(preview.getByText(marker).first()).toBeVisible({timeout: 60_000})
  const name = page.getByTestId('field-name.en').getByRole('textbox')
  const timeShown = (text: string) =>
    preview.locator('body').evaluate(
      (body, end) =>
        new Promise<number>((resolve) => {
          const check = () => body.querySelector('h1')?.textContent?.endsWith(end) && resolve(Date.now())
          new MutationObserver(check).observe(body, {subtree: true, childList: true, characterData: true})
        }),
      text,
    )
  await name.fill('A name')
  await expect(preview.getByRole('heading', {name: 'A name', level: 1})).toBeVisible()
  const times: number[] = []
  for (const word of 'one two three four five six seven eight nine ten'.split(' ')) {
    const shown = timeShown(word)
    await name.pressSequentially(word)
    const typed = Date.now()
    times.push((await shown) - typed)
    await expect(preview.getByRole('heading', {level: 1})).toHaveText(await name.inputValue())
  }
  const [lower = Infinity, upper = Infinity] = times.toSorted((a, b) => a - b).slice(4, 6)
  const median = Math.round((lower + upper) / 2)
  const description = `${median} ms  from the last key to the change in the preview, median of 10 (${times.join(', ')})`
  test.info().annotations.push({type: 'time', description})
})

for (const {locale, address, title} of [
  {
    locale: 'cs',
    address: '/cs/nase-clenstvi/ceske-site/pro-bono-aliance',
    title: 'Koncept zatím nejde ukázat',
  },
  {locale: 'en', address: path, title: 'This draft can’t be shown yet'},
]) {
  test(`a draft without a name shows a message instead of its page, until it has one (${locale})`, async ({
    page,
    request,
    expectConsole,
  }) => {
    expectConsole(/Unable to connect to visual editing/)
    await lake.patch(`drafts.${id}`).unset(['name']).commit()
    await page.goto(`/studio/presentation/network/${id}?preview=${encodeURIComponent(address)}`)
    const preview = page.frameLocator('iframe').first()
    const heading = preview.getByRole('heading', {level: 1})
    await expect(heading).toHaveText(title, {timeout: 60_000})
    await expect(heading).toHaveAttribute('data-sanity', /path=name/)
    await expect(preview.getByRole('button', {name: /Leave the preview|Ukončit náhled/})).toBeVisible()
    expect(await (await request.get(address)).text(), 'visitors see the published page').not.toContain(title)
    await page.getByTestId(`field-name.${locale}`).getByRole('textbox').fill('A made-up name')
    await expect(heading).toHaveText('A made-up name')
  })
}

test('a preview without a page says why, and the network gets its page from there', async ({
  page,
  request,
  expectConsole,
}) => {
  expectConsole(/Unable to connect to visual editing|404 \(Not Found\)/)
  const address = '/en/our-membership/czech-networks/e2e-bez-prekladu'
  const slug = {cs: {_type: 'slug', current: 'e2e-bez-prekladu'}}
  const draft = {_id: 'drafts.network-e2e', _type: 'network', name: {cs: 'Jen česky', en: 'Czech only'}, slug}
  await lake.createOrReplace({...draft, level: 'czech', relationKind: 'network'})
  const preview = page.frameLocator('iframe').first()
  const heading = preview.getByRole('heading', {level: 1})

  await page.goto(`/studio/presentation?preview=${encodeURIComponent(address)}`)
  await expect(heading).toHaveText('The network has no page in English', {timeout: 60_000})
  expect((await request.get(address)).status()).toBe(404)
  expect(await (await request.get(address)).text(), 'visitors learn nothing of drafts').not.toContain(
    'Czech only',
  )
  await preview.getByRole('link', {name: 'Open the network in the Studio'}).click()
  await page.getByTestId('field-slug.en').getByRole('textbox').fill('e2e-bez-prekladu-en')
  await expect(heading).toHaveText('Czech only')
  await lake.delete('drafts.network-e2e')

  await page.goto(`/studio/presentation?preview=${encodeURIComponent(`${path}-nothing`)}`)
  await expect(heading).toHaveText('There is nothing at this address')
  const add = preview.getByRole('link', {name: 'Add a network: Czech networks'})
  await expect(add).toHaveAttribute('href', /template=network-in-czech-networks/)
})

test('a preview can’t be opened without a valid secret, or left by GET or from another site', async ({
  request,
}) => {
  expect((await request.get('/api/draft-mode/enable')).status()).toBe(401)
  const forged = '/api/draft-mode/enable?sanity-preview-secret=guess&sanity-preview-pathname='
  expect((await request.get(`${forged}/cs`, {maxRedirects: 0})).status()).toBe(401)
  expect((await request.get(`${forged}//evil.example`, {maxRedirects: 0})).status()).toBe(400)
  expect((await request.get('/api/draft-mode/disable')).status()).toBe(405)
  const foreign = {'sec-fetch-site': 'cross-site'}
  expect((await request.post('/api/draft-mode/disable', {headers: foreign})).status()).toBe(403)
  const answer = await request.post('/api/draft-mode/disable', {
    headers: {referer: 'https://evil.example//evil.example/path'},
    maxRedirects: 0,
  })
  expect(answer.headers().location).toBe('/')
})
