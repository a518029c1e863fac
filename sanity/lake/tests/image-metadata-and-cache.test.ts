import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {openImageCache} from '../src/assets/cache.ts'
import {createSemaphore} from '../src/semaphore.ts'
import {lakeForTests} from './lake-for-tests.ts'
import {block, quarters, red} from './pictures.ts'

const lake = lakeForTests()

describe('the metadata of an image', () => {
  it('has all of Sanity’s swatches with their share of the image', async () => {
    const asset = await lake.client.assets.upload('image', await quarters())
    const {_type, ...palette} = {
      _type: undefined,
      vibrant: undefined,
      dominant: undefined,
      muted: undefined,
      ...asset.metadata.palette,
    }
    const names = ['darkMuted', 'darkVibrant', 'dominant', 'lightMuted', 'lightVibrant', 'muted', 'vibrant']
    expect([_type, Object.keys(palette).sort()]).toEqual(['sanity.imagePalette', names])
    expect(palette.vibrant).toEqual({
      _type: 'sanity.imagePaletteSwatch',
      background: expect.stringMatching(/^#(ff0000|0000ff)$/),
      foreground: '#fff',
      title: '#fff',
      population: 25,
    })
    expect(palette.dominant?.population).toBe(25)
    expect(palette.muted?.population).toBe(0)
  })

  it('says whether there is an alpha channel and whether it is used', async () => {
    const create = (alpha: number) =>
      sharp({create: {width: 4, height: 4, channels: 4, background: {r: 9, g: 9, b: 9, alpha}}})
        .png()
        .toBuffer()
    const translucent = await lake.client.assets.upload('image', await create(0.5))
    expect(translucent.metadata).toMatchObject({hasAlpha: true, isOpaque: false})
    expect(translucent.metadata.lqip).toMatch(/^data:image\/png/)
    const opaque = await lake.client.assets.upload('image', await create(1))
    expect(opaque.metadata).toMatchObject({hasAlpha: true, isOpaque: true})
  })

  it('has only the parts that the uploader requests', async () => {
    const asset = await lake.client.assets.upload('image', await block(red, 7, 7), {extract: ['lqip']})
    expect(Object.keys(asset.metadata).sort()).toEqual([
      '_type',
      'dimensions',
      'hasAlpha',
      'isOpaque',
      'lqip',
    ])
  })
})

describe('an image that is too large when unpacked', () => {
  /** A PNG states its size in the header; the pixels can be missing. */
  const pngClaiming = async (width: number, height: number) => {
    const {crc32} = await import('node:zlib')
    const bytes = await block(red, 1, 1)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    return bytes
  }

  it.each([
    ['a small PNG of 60,000 x 60,000', () => pngClaiming(60_000, 60_000)],
    [
      'an SVG of 100,000 x 100,000',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>'),
    ],
    ['a truncated image', async () => (await block(red, 400, 400)).subarray(0, 300)],
  ])('is refused: %s', async (_name, make) => {
    await expect(lake.client.assets.upload('image', await make())).rejects.toMatchObject({statusCode: 400})
  })
})

describe('the cache of transformed images', () => {
  it('keeps to its size limit and deletes the least recently used image first, also after a restart', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cache-'))
    const options = {maxBytes: 1000, semaphore: createSemaphore(2, 10, () => new Error('too many'))}
    const created: string[] = []
    const get = (cache: ReturnType<typeof openImageCache>, name: string) =>
      cache.get(name, async () => {
        created.push(name)
        return Buffer.alloc(200)
      })
    const cache = openImageCache(dir, options)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'a', 'f']) await get(cache, name)
    expect([created.join(''), cache.size()]).toEqual(['abcdef', 1000])
    const reopened = openImageCache(dir, options)
    await Promise.all([get(reopened, 'a'), get(reopened, 'b'), get(reopened, 'b')])
    expect(created.join('')).toBe('abcdefb')
    expect(readdirSync(join(dir, 'cache/images'))).toHaveLength(5)
    rmSync(dir, {recursive: true})
  })
})
