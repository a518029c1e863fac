import {beforeAll, describe, expect, it} from 'vitest'
import {clientFor, lakeForTests, site, token} from './lake-for-tests.ts'
import {quarters} from './pictures.ts'

const lake = lakeForTests()
const foreign = 'http://localhost:9999'
const paths = {private: [] as string[], public: [] as string[]}

beforeAll(async () => {
  for (const aclMode of ['private', 'public'] as const) {
    await lake.client.datasets.create(aclMode, {aclMode})
    const {assets} = clientFor(lake.url, {token, dataset: aclMode})
    const image = await assets.upload('image', await quarters(), {filename: 'a.png'})
    const file = await assets.upload('file', Buffer.from('a'), {filename: 'a.txt'})
    paths[aclMode] = [image.path, `${image.path}?w=20`, file.path]
  }
})

/** The answers for an image, a transformed image and a file. */
const statuses = (of: keyof typeof paths, headers: Record<string, string>) =>
  Promise.all(paths[of].map(async (path) => (await lake.request(`/${path}`, {headers})).status))

const [shown, refused] = [
  [200, 200, 200],
  [403, 403, 403],
]

describe('an asset of a private dataset', () => {
  it.each(['cross-site', 'same-site'])(
    'can’t be shown by a foreign %s page, with or without its name',
    async (where) => {
      const image = {'sec-fetch-site': where, 'sec-fetch-dest': 'image'}
      expect(await statuses('private', image)).toEqual(refused)
      expect(await statuses('private', {...image, referer: `${foreign}/`})).toEqual(refused)
      expect(await statuses('private', {...image, origin: foreign})).toEqual(refused)
      expect(await statuses('public', image)).toEqual(shown)
    },
  )

  it('can’t be shown by a foreign page in a browser without Sec-Fetch-Site', async () => {
    expect(await statuses('private', {referer: `${foreign}/page`})).toEqual(refused)
    const {headers} = await lake.request(`/${paths.private[0]}`)
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('is shown by the Studio and by the site, whether the browser takes them for the same site or not', async () => {
    for (const where of ['cross-site', 'same-site'])
      expect(
        await statuses('private', {
          'sec-fetch-site': where,
          'sec-fetch-dest': 'image',
          referer: `${site}/studio`,
        }),
      ).toEqual(shown)
    expect(await statuses('private', {origin: site, 'sec-fetch-site': 'cross-site'})).toEqual(shown)
  })

  it('is loaded by the server of the site, and opened in a tab', async () => {
    expect(await statuses('private', {})).toEqual(shown)
    expect(await statuses('private', {authorization: `Bearer ${token}`})).toEqual(shown)
    for (const where of ['none', 'cross-site'])
      expect(await statuses('private', {'sec-fetch-site': where, 'sec-fetch-dest': 'document'})).toEqual(
        shown,
      )
  })

  it('is checked each time, also when the browser has it in its cache', async () => {
    const [path] = paths.private
    const {headers} = await lake.request(`/${path}`, {headers: {referer: site}})
    expect(headers.get('cache-control')).toBe('private, no-cache')
    const revalidate = {
      'if-none-match': headers.get('etag') ?? '',
      'sec-fetch-dest': 'image',
      'sec-fetch-site': 'same-site',
    }
    const again = (referer: string) => lake.request(`/${path}`, {headers: {...revalidate, referer}})
    expect((await again(site)).status).toBe(304)
    expect((await again(foreign)).status).toBe(403)
  })
})
