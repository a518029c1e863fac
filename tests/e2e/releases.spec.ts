import type {SanityDocument} from '@sanity/client'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const documents = [
  {id: 'network-picum', path: '/en/our-membership/european-networks/picum'},
  {id: 'network-consortium', path: '/en/our-membership/czech-networks/consortium'},
]
const marker = (id: string) => `Changed by a release: ${id}`
const title = 'Release of the end-to-end test'

let before: SanityDocument[] = []

test.beforeAll(async () => {
  before = await lake
    .getDocuments(documents.map(({id}) => id))
    .then((found) => found.filter((one) => one !== null))
})

test.afterAll(async () => {
  await lake.delete({query: '*[_id in path("versions.**") || _id in path("drafts.**")]'})
  const releases = await lake.fetch<{name: string; state: string}[]>(
    '*[_id in path("_.releases.**")]{name, state}',
  )
  for (const {name, state} of releases) {
    if (state === 'active') await lake.releases.archive({releaseId: name})
    await lake.releases.delete({releaseId: name})
  }
  for (const document of before) await lake.createOrReplace(document)
})

test('a release publishes two changed documents together, and reverts them together', async ({
  page,
  request,
  expectConsole,
}) => {
  // The Presentation tool logs this error when it connects slowly. It connects nevertheless.
  expectConsole(/Unable to connect to visual editing/)
  const studio = new Studio(page)
  await studio.countClicks()
  const bodies = () => Promise.all(documents.map(async ({path}) => (await request.get(path)).text()))
  let release = ''

  await test.step('an editor creates a release with a version of each document', async () => {
    await studio.open('network', 'network-picum')
    release = await studio.createRelease(title)
    for (const {id} of documents) {
      await studio.open('network', id, release)
      await studio.addToRelease()
      await studio.fill('name.en', marker(id))
    }
  })

  await test.step('the preview shows the release and names its perspective', async () => {
    const [{id, path}] = documents as [(typeof documents)[0]]
    await page.goto(
      `/studio/presentation/network/${id}?perspective=${release}&preview=${encodeURIComponent(path)}`,
    )
    const preview = page.frameLocator('iframe').first()
    await expect(preview.getByRole('heading', {level: 1})).toHaveText(marker(id), {timeout: 60_000})
    await expect(preview.getByRole('complementary')).toContainText(title)
    await studio.showPerspective('release-published')
    await expect(preview.getByRole('heading', {level: 1})).not.toHaveText(marker(id))
    await expect(preview.getByRole('complementary')).toContainText('what is published')
    await studio.showPerspective('release-drafts')
    await expect(preview.getByRole('complementary')).toContainText('drafts')
    await expect(preview.getByRole('heading', {level: 1})).not.toHaveText(marker(id))
  })

  await test.step('visitors do not see the release', async () => {
    for (const body of await bodies()) expect(body).not.toContain('Changed by a release')
  })

  await test.step('publishing the release changes both pages', async () => {
    await studio.openRelease(release)
    await studio.publishRelease()
    studio.tellClicks('release with two changed documents, made, previewed, published')
    await expect(async () => {
      const texts = await bodies()
      for (const [index, {id}] of documents.entries()) expect(texts[index]).toContain(marker(id))
    }).toPass({timeout: 10_000})
  })

  await test.step('reverting the release restores both pages', async () => {
    await studio.revertRelease()
    studio.tellClicks('release taken back')
    const names = async () => (await lake.getDocuments(documents.map(({id}) => id))).map((one) => one?.name)
    await expect.poll(names).toEqual(before.map(({name}) => name))
    await expect(async () => {
      for (const body of await bodies()) expect(body).not.toContain('Changed by a release')
    }).toPass({timeout: 10_000})
  })
})
