import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const list = '/en/our-membership/czech-networks'
const listCs = '/cs/nase-clenstvi/ceske-site'

// Whatever became of the story, the next one begins with the seed.
test.afterEach(async () => {
  await lake.delete({query: '*[_type == "network" && name.en match "Trial network*"]'})
})

test('staff write a network, preview it, publish it, visitors read it, staff take it back', async ({
  page,
  request,
  expectConsole,
}) => {
  // The Presentation tool says so when a busy machine takes seconds to connect; what counts is that it does.
  expectConsole(/Unable to connect to visual editing/)
  const name = `Trial network ${Date.now()}`
  const address = `${list}/${name.toLowerCase().replaceAll(' ', '-')}`
  const addressCs = `${listCs}/${name.toLowerCase().replaceAll(' ', '-').replace('trial-network', 'zkusebni-sit')}`
  const studio = new Studio(page)
  let document = ''

  await test.step('a network in both languages', async () => {
    await studio.create('network')
    await studio.type('name.cs', name.replace('Trial network', 'Zkušební síť'))
    await studio.type('name.en', name)
    await studio.slugIs('slug.cs', addressCs.split('/').at(-1) ?? '')
    await studio.slugIs('slug.en', address.split('/').at(-1) ?? '')
    await studio.type('summary.en', 'A network that exists for this test.')
    await studio.select('bodyType', 'zastřešující organizace')
    document = page.url()
  })

  await test.step('is a draft: visitors see nothing of it', async () => {
    expect((await request.get(address)).status()).toBe(404)
    expect(await (await request.get(list)).text()).not.toContain(name)
  })

  await test.step('is seen in the preview', async () => {
    await page.goto(`/studio/presentation?preview=${encodeURIComponent(address)}`)
    const preview = page.frameLocator('iframe').first()
    await expect(preview.getByRole('heading', {name, level: 1})).toBeVisible({timeout: 60_000})
    await expect(preview.getByRole('complementary', {name: 'Preview'})).toBeVisible()
  })

  await test.step('is public one second after publishing, in both languages and in the lists', async () => {
    await page.goto(document)
    await studio.publish()
    await page.waitForTimeout(1000)
    const published = await request.get(address)
    expect(published.status()).toBe(200)
    expect(await published.text()).toContain(name)
    expect((await request.get(addressCs)).status()).toBe(200)
    expect(await (await request.get(list)).text()).toContain(name)
    expect(await (await request.get('/sitemap.xml')).text()).toContain(address)
  })

  await test.step('can be edited: the page changes with the publication, not before', async () => {
    await studio.group(/^Text/)
    await studio.type('summary.en', 'Edited after publication.')
    await page.waitForTimeout(1500)
    expect(await (await request.get(address)).text()).not.toContain('Edited after publication.')
    await studio.publish()
    await page.waitForTimeout(1000)
    expect(await (await request.get(address)).text()).toContain('Edited after publication.')
  })

  await test.step('is gone one second after it was unpublished', async () => {
    await studio.unpublish()
    await page.waitForTimeout(1000)
    expect((await request.get(address)).status()).toBe(404)
    expect((await request.get(addressCs)).status()).toBe(404)
    expect(await (await request.get(list)).text()).not.toContain(name)
    expect(await (await request.get(listCs)).text()).not.toContain(
      name.replace('Trial network', 'Zkušební síť'),
    )
    expect(await (await request.get('/sitemap.xml')).text()).not.toContain(address)
  })
})
