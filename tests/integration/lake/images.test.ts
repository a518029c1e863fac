import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, it} from 'vitest'
import {openImageCache} from '#sanity/lake/assets/cache.ts'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const red = [255, 0, 0]
const green = [0, 128, 0]
const blue = [0, 0, 255]
const white = [255, 255, 255]

const block = (background: number[], width: number, height: number) => {
  const [r = 0, g = 0, b = 0] = background
  return sharp({create: {width, height, channels: 3, background: {r, g, b}}})
    .png()
    .toBuffer()
}

/** 80 x 40: red top left, green top right, blue bottom left, white bottom right. */
const quarters = async () =>
  sharp(await block(red, 80, 40))
    .composite([
      {input: await block(green, 40, 20), left: 40, top: 0},
      {input: await block(blue, 40, 20), left: 0, top: 20},
      {input: await block(white, 40, 20), left: 40, top: 20},
    ])
    .png()
    .toBuffer()

let url: string
beforeAll(async () => {
  url = (await lake.member.assets.upload('image', await quarters())).url
})

const get = async (search: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}?${search}`, {headers})
  return {response, bytes: Buffer.from(await response.arrayBuffer())}
}

const pixels = async (search: string) => {
  const {response, bytes} = await get(search)
  if (!response.ok) throw new Error(`${search}: ${response.status} ${bytes}`)
  const {data, info} = await sharp(bytes).removeAlpha().raw().toBuffer({resolveWithObject: true})
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ]
  return {size: [info.width, info.height], at}
}

const sizeOf = async (search: string) => (await pixels(search)).size

describe('the size of an image', () => {
  it.each([
    // 80 x 40 in a box of 20 x 20, and in one of 160 x 160.
    ['clip', [20, 10], [160, 80]],
    ['max', [20, 10], [80, 40]],
    ['crop', [20, 20], [160, 160]],
    ['min', [20, 20], [40, 40]],
    ['scale', [20, 20], [160, 160]],
    ['fill', [20, 20], [160, 160]],
    ['fillmax', [20, 20], [160, 160]],
  ])('follows fit=%s', async (fit, small, large) => {
    expect(await sizeOf(`w=20&h=20&fit=${fit}`)).toEqual(small)
    expect(await sizeOf(`w=160&h=160&fit=${fit}`)).toEqual(large)
  })

  it('counts in pixels of the device, follows one side, and keeps to limits when it is cut', async () => {
    expect(await sizeOf('w=20&dpr=2')).toEqual([40, 20])
    expect(await sizeOf('h=20')).toEqual([40, 20])
    expect(await sizeOf('w=20&fit=crop')).toEqual([20, 10])
    expect(await sizeOf('w=20&min-h=15&fit=crop')).toEqual([20, 15])
    expect(await sizeOf('h=20&max-w=30&fit=crop')).toEqual([30, 20])
  })
})

describe('what is left of an image that is cut', () => {
  it.each([
    ['crop=left', red],
    ['crop=right', green],
    ['crop=focalpoint&fp-x=0&fp-y=0.5', red],
    ['crop=focalpoint&fp-x=1&fp-y=0.5', green],
  ])('is the part that %s names', async (crop, colour) => {
    const {size, at} = await pixels(`w=20&h=20&fit=crop&${crop}`)
    expect(size).toEqual([20, 20])
    expect([at(4, 2), at(14, 2)]).toEqual([colour, colour])
  })

  it('is around the focal point, when it is made larger too', async () => {
    const {size, at} = await pixels('w=200&h=200&fit=crop&crop=focalpoint&fp-x=0.1&fp-y=0.5')
    expect([size, at(5, 5), at(190, 190)]).toEqual([[200, 200], red, blue])
  })

  it('is the rectangle that is named, which is cut before anything else', async () => {
    const {size, at} = await pixels('rect=40,0,40,20&w=10')
    expect([size, at(5, 2)]).toEqual([[10, 5], green])
    const focal = await pixels('rect=0,20,80,20&w=10&h=20&fit=crop&crop=focalpoint&fp-x=1&fp-y=0')
    expect([focal.size, focal.at(5, 10)]).toEqual([[10, 20], white])
  })
})

describe('an image', () => {
  it('is mirrored and turned', async () => {
    expect((await pixels('flip=h')).at(0, 0)).toEqual(green)
    expect((await pixels('flip=v')).at(0, 0)).toEqual(blue)
    expect((await pixels('flip=hv')).at(0, 0)).toEqual(white)
    const {size, at} = await pixels('or=90&w=20')
    expect([size, at(2, 2)]).toEqual([[20, 40], blue])
  })

  it('is padded and filled with the colour that is named', async () => {
    const filled = await pixels('w=20&h=20&fit=fill&bg=ff00ff')
    expect([filled.at(10, 0), filled.at(2, 6)]).toEqual([[255, 0, 255], red])
    const padded = await pixels('pad=10&bg=f0f')
    expect([padded.size, padded.at(0, 0), padded.at(12, 12)]).toEqual([[100, 60], [255, 0, 255], red])
    expect((await pixels('w=100&h=100&fit=fillmax&bg=00f')).at(50, 5)).toEqual(blue)
  })

  it('is blurred, sharpened, made grey and inverted', async () => {
    const [soft = 0] = (await pixels('blur=40')).at(38, 5)
    expect(soft).toBeGreaterThan(60)
    expect(soft).toBeLessThan(220)
    expect(await sizeOf('blur=2000&sharp=50')).toEqual([80, 40])
    const [r, g, b] = (await pixels('sat=-100')).at(0, 0)
    expect([r, r]).toEqual([g, b])
    expect((await pixels('invert=true')).at(0, 0)).toEqual([0, 255, 255])
  })

  it('comes in the format that is named, or in the best the browser reads', async () => {
    const typeOf = async (search: string, accept = '*/*') =>
      (await get(search, {accept})).response.headers.get('content-type')
    expect(await typeOf('fm=jpg')).toBe('image/jpeg')
    expect(await typeOf('fm=avif&w=16')).toBe('image/avif')
    expect(await typeOf('auto=format', 'image/avif,image/webp')).toBe('image/webp')
    expect(await typeOf('auto=format&fm=png', 'image/webp')).toBe('image/png')
    expect(await typeOf('auto=format')).toBe('image/png')
    const {bytes} = await get('fm=pjpg')
    expect((await sharp(bytes).metadata()).isProgressive).toBe(true)
  })

  it('that is turned by its camera is turned before it is measured or cut', async () => {
    // Held on its side: what is stored left and below is seen above and left.
    const bytes = await sharp(await quarters())
      .withMetadata({orientation: 6})
      .jpeg({quality: 100})
      .toBuffer()
    const asset = await lake.member.assets.upload('image', bytes)
    expect(asset._id).toMatch(/-40x80-jpg$/)
    const seen = await fetch(`${asset.url}?rect=20,0,20,40&fm=png`)
    const {dominant} = await sharp(await seen.arrayBuffer()).stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.b).toBeLessThan(60)
  })
})

describe('an address', () => {
  it('always gives the same bytes, which may be kept for ever', async () => {
    const first = await get('w=33&fm=webp')
    const {headers} = first.response
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const second = await get('fm=webp&w=33')
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(second.response.headers.get('etag')).toBe(headers.get('etag'))
    const known = await get('w=33&fm=webp', {'if-none-match': String(headers.get('etag'))})
    expect([known.response.status, known.bytes.length]).toEqual([304, 0])
  })

  it('may end in a nicer name, and names what a download is called', async () => {
    const named = await fetch(`${url}/logo.png?dl=${encodeURIComponent('Znak "SIMI"\r\n.png')}`)
    expect(named.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Znak%20%22SIMI%22%0D%0A.png",
    )
    const raw = await get('dlRaw=true&w=10')
    expect(raw.bytes.equals(await quarters())).toBe(true)
  })

  it.each([
    'w=0',
    'w=100000',
    'h=-1',
    'w=abc',
    'w=',
    'q=101',
    'fit=cover',
    'crop=top,bottom',
    'crop=face',
    'fm=exe',
    'rect=0,0,0,0',
    'rect=0,0,81,40',
    'rect=1,2,3',
    'dpr=4',
    'or=45',
    'bg=red',
    'blur=9999',
    'fp-x=2',
    'sat=50',
  ])('that asks for %s is refused', async (search) => {
    expect((await get(search)).response.status).toBe(400)
  })

  it('with a parameter this lake does not know is refused by its name', async () => {
    const {response, bytes} = await get('w=10&mask=ellipse')
    expect([response.status, bytes.toString()]).toEqual([501, expect.stringContaining('mask')])
  })
})

describe('a drawing', () => {
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="#f00"/></svg>',
  )

  it('is served as it is, and never runs a script', async () => {
    const asset = await lake.member.assets.upload('image', drawing, {filename: 'logo.svg'})
    expect(asset).toMatchObject({mimeType: 'image/svg+xml', metadata: {dimensions: {width: 40}}})
    const response = await fetch(`${asset.url}?w=10&auto=format`, {headers: {accept: 'image/webp'}})
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(Buffer.from(await response.arrayBuffer()).equals(drawing)).toBe(true)
    const png = await fetch(`${asset.url}?w=10&fm=png`)
    expect((await sharp(await png.arrayBuffer()).metadata()).width).toBe(10)
  })
})

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
    const started = performance.now()
    await expect(lake.member.assets.upload('image', await make())).rejects.toMatchObject({statusCode: 400})
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('the cache of made images', () => {
  it('keeps to its bound: what was not asked for longest goes first, also after a restart', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cache-'))
    const options = {maxBytes: 1000, refuse: () => new Error('too many')}
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
