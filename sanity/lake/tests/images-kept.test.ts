import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {openImageCache} from '../src/assets/cache.ts'
import {createSemaphore} from '../src/assets/semaphore.ts'
import {lakeForTests} from './lake-for-tests.ts'
import {block, quarters, red} from './pictures.ts'

const lake = lakeForTests()

describe('what is known of an image', () => {
  it('has all of Sanity’s swatches, with how much of the image each is', async () => {
    const asset = await lake.member.assets.upload('image', await quarters())
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

  it('says whether it can be and whether it is seen through', async () => {
    const create = (alpha: number) =>
      sharp({create: {width: 4, height: 4, channels: 4, background: {r: 9, g: 9, b: 9, alpha}}})
        .png()
        .toBuffer()
    const clear = await lake.member.assets.upload('image', await create(0.5))
    expect(clear.metadata).toMatchObject({hasAlpha: true, isOpaque: false})
    expect(clear.metadata.lqip).toMatch(/^data:image\/png/)
    const solid = await lake.member.assets.upload('image', await create(1))
    expect(solid.metadata).toMatchObject({hasAlpha: true, isOpaque: true})
  })

  it('is only what the uploader wants', async () => {
    const asset = await lake.member.assets.upload('image', await block(red, 7, 7), {extract: ['lqip']})
    expect(Object.keys(asset.metadata).sort()).toEqual([
      '_type',
      'dimensions',
      'hasAlpha',
      'isOpaque',
      'lqip',
    ])
  })
})

describe('an image that unpacks to too much', () => {
  /** A PNG is told its size by its header: nothing of it has to be there. */
  const claiming = async (width: number, height: number) => {
    const {crc32} = await import('node:zlib')
    const bytes = await block(red, 1, 1)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    return bytes
  }

  it.each([
    ['a small PNG of 60,000 x 60,000', () => claiming(60_000, 60_000)],
    [
      'a drawing of 100,000 x 100,000',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>'),
    ],
    ['a picture that is cut off', async () => (await block(red, 400, 400)).subarray(0, 300)],
  ])('is refused: %s', async (_name, make) => {
    await expect(lake.member.assets.upload('image', await make())).rejects.toMatchObject({statusCode: 400})
  })
})

describe('the cache of made images', () => {
  it('keeps to its bound: what was not asked for longest goes first, also after a restart', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cache-'))
    const options = {maxBytes: 1000, turns: createSemaphore(2, 10, () => new Error('too many'))}
    const made: string[] = []
    const ask = (cache: ReturnType<typeof openImageCache>, name: string) =>
      cache.get(name, async () => {
        made.push(name)
        return Buffer.alloc(200)
      })
    const cache = openImageCache(dir, options)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'a', 'f']) await ask(cache, name)
    expect([made.join(''), cache.size()]).toEqual(['abcdef', 1000])
    const reopened = openImageCache(dir, options)
    await Promise.all([ask(reopened, 'a'), ask(reopened, 'b'), ask(reopened, 'b')])
    expect(made.join('')).toBe('abcdefb')
    expect(readdirSync(join(dir, 'cache/images'))).toHaveLength(5)
    rmSync(dir, {recursive: true})
  })
})
