import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const list = '/en/our-membership/czech-networks'
const listCs = '/cs/nase-clenstvi/ceske-site'

// Clean up after a failure too: the next test expects the seed.
test.afterEach(async () => {
  await lake.delete({query: '*[_type == "network" && name.en match "Trial network*"]'})
})

test('editors write, preview, publish and unpublish a network, and visitors see only what is published', async ({
  page,
  request,
  expectConsole,
}) => {
  // The Presentation tool logs this error when it connects slowly. It connects nevertheless.
  expectConsole(/Unable to connect to visual editing/)
  const name = `Trial network ${Date.now()}`
  const address = `${list}/${name.toLowerCase().replaceAll(' ', '-')}`
  const addressCs = `${listCs}/${name.toLowerCase().replaceAll(' ', '-').replace('trial-network', 'zkusebni-sit')}`
  const studio = new Studio(page)
  let document = ''

  await test.step('an editor writes a network in both languages', async () => {
    await studio.create('network')
    await studio.fill('name.cs', name.replace('Trial network', 'Zkušební síť'))
    await studio.fill('name.en', name)
    await studio.expectSlug('slug.cs', addressCs.split('/').at(-1) ?? '')
    await studio.expectSlug('slug.en', address.split('/').at(-1) ?? '')
    await studio.fill('summary.en', 'A network that exists for this test.')
    await studio.select('bodyType', 'zastřešující organizace')
    document = page.url()
  })

  await test.step('visitors do not see the draft', async () => {
    expect((await request.get(address)).status()).toBe(404)
    expect(await (await request.get(list)).text()).not.toContain(name)
  })

  await test.step('the preview shows the draft', async () => {
    await page.goto(`/studio/presentation?preview=${encodeURIComponent(address)}`)
    const preview = page.frameLocator('iframe').first()
    await expect(preview.getByRole('heading', {name, level: 1})).toBeVisible({timeout: 60_000})
    await expect(preview.getByRole('complementary', {name: 'Preview'})).toBeVisible()
  })

  await test.step('one second after the publish it is public, in both languages and in the lists', async () => {
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

  await test.step('an edit changes the page only when it is published', async () => {
    await studio.openTab(/^Text/)
    await studio.fill('summary.en', 'Edited after publication.')
    await page.waitForTimeout(1500)
    expect(await (await request.get(address)).text()).not.toContain('Edited after publication.')
    await studio.publish()
    await page.waitForTimeout(1000)
    expect(await (await request.get(address)).text()).toContain('Edited after publication.')
  })

  await test.step('one second after it is unpublished it is gone', async () => {
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
