import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-made-up'

test.beforeEach(async () => {
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    name: {_type: 'localeString', cs: 'Vymyšlená síť', en: 'Made-up network'},
    slug: {
      _type: 'localeSlug',
      cs: {_type: 'slug', current: 'vymyslena-sit'},
      en: {_type: 'slug', current: 'made-up'},
    },
    relationKind: 'network',
    level: 'czech',
    bodyType: 'other',
  })
})

test.afterEach(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
  await lake.delete(id)
})

test('a slug is renamed, and the old address leads to the new one', async ({page, request}) => {
  const group = '/en/our-membership/czech-networks'
  await expect.poll(async () => (await request.get(`${group}/made-up`)).status()).toBe(200)
  const studio = new Studio(page)
  await studio.open('network', id)
  await studio.type('slug.en', 'made-up-again')
  await expect(studio.field('slug.former')).toContainText('made-up')
  await studio.publish()
  await expect
    .poll(async () => {
      const answer = await request.get(`${group}/made-up`, {maxRedirects: 0})
      return [answer.status(), answer.headers().location]
    })
    .toEqual([308, `${group}/made-up-again`])
  expect((await request.get(`${group}/made-up-again`)).status()).toBe(200)
})
