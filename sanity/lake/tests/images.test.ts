import sharp from 'sharp'
import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'
import {blue, green, quarters, red, white} from './pictures.ts'

const lake = lakeForTests()

let url: string
beforeAll(async () => {
  url = (await lake.client.assets.upload('image', await quarters())).url
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
    // 80 x 40 in a box of 20 x 20, and of 160 x 160.
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

  it('is in device pixels, follows from one side, and keeps to limits when cropped', async () => {
    expect(await sizeOf('w=20&dpr=2')).toEqual([40, 20])
    expect(await sizeOf('h=20')).toEqual([40, 20])
    expect(await sizeOf('w=20&fit=crop')).toEqual([20, 10])
    expect(await sizeOf('w=20&min-h=15&fit=crop')).toEqual([20, 15])
    expect(await sizeOf('h=20&max-w=30&fit=crop')).toEqual([30, 20])
  })
})

describe('the remaining part of a cropped image', () => {
  it.each([
    ['crop=left', red],
    ['crop=right', green],
    ['crop=focalpoint&fp-x=0&fp-y=0.5', red],
    ['crop=focalpoint&fp-x=1&fp-y=0.5', green],
  ])('is the part of %s', async (crop, colour) => {
    const {size, at} = await pixels(`w=20&h=20&fit=crop&${crop}`)
    expect(size).toEqual([20, 20])
    expect([at(4, 2), at(14, 2)]).toEqual([colour, colour])
  })

  it('is around the focal point, also when enlarged', async () => {
    const {size, at} = await pixels('w=200&h=200&fit=crop&crop=focalpoint&fp-x=0.1&fp-y=0.5')
    expect([size, at(5, 5), at(190, 190)]).toEqual([[200, 200], red, blue])
  })

  it('is the rectangle of rect, which is applied first', async () => {
    const {size, at} = await pixels('rect=40,0,40,20&w=10')
    expect([size, at(5, 2)]).toEqual([[10, 5], green])
    const focal = await pixels('rect=0,20,80,20&w=10&h=20&fit=crop&crop=focalpoint&fp-x=1&fp-y=0')
    expect([focal.size, focal.at(5, 10)]).toEqual([[10, 20], white])
  })
})

describe('an image', () => {
  it('is mirrored and rotated', async () => {
    expect((await pixels('flip=h')).at(0, 0)).toEqual(green)
    expect((await pixels('flip=v')).at(0, 0)).toEqual(blue)
    expect((await pixels('flip=hv')).at(0, 0)).toEqual(white)
    const {size, at} = await pixels('or=90&w=20')
    expect([size, at(2, 2)]).toEqual([[20, 40], blue])
  })

  it('is padded and filled with the background colour', async () => {
    const filled = await pixels('w=20&h=20&fit=fill&bg=ff00ff')
    expect([filled.at(10, 0), filled.at(2, 6)]).toEqual([[255, 0, 255], red])
    const padded = await pixels('pad=10&bg=f0f')
    expect([padded.size, padded.at(0, 0), padded.at(12, 12)]).toEqual([[100, 60], [255, 0, 255], red])
    expect((await pixels('w=100&h=100&fit=fillmax&bg=00f')).at(50, 5)).toEqual(blue)
  })

  it('is blurred, sharpened, greyed and inverted', async () => {
    const [blurred = 0] = (await pixels('blur=40')).at(38, 5)
    expect(blurred).toBeGreaterThan(60)
    expect(blurred).toBeLessThan(220)
    expect(await sizeOf('blur=2000&sharp=50')).toEqual([80, 40])
    const [r, g, b] = (await pixels('sat=-100')).at(0, 0)
    expect([r, r]).toEqual([g, b])
    expect((await pixels('invert=true')).at(0, 0)).toEqual([0, 255, 255])
  })

  it('has the requested format, or the best one that the browser accepts', async () => {
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

  it('with a camera rotation is rotated before it is measured or cropped', async () => {
    // Rotated by the camera: the stored lower left is the displayed upper left.
    const bytes = await sharp(await quarters())
      .withMetadata({orientation: 6})
      .jpeg({quality: 100})
      .toBuffer()
    const asset = await lake.client.assets.upload('image', bytes)
    expect(asset._id).toMatch(/-40x80-jpg$/)
    const seen = await fetch(`${asset.url}?rect=20,0,20,40&fm=png`)
    const {dominant} = await sharp(await seen.arrayBuffer()).stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.b).toBeLessThan(60)
  })
})

describe('an image URL', () => {
  it('always returns the same bytes, which may be cached for ever', async () => {
    const first = await get('w=33&fm=webp')
    const {headers} = first.response
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const second = await get('fm=webp&w=33')
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(second.response.headers.get('etag')).toBe(headers.get('etag'))
    const notModified = await get('w=33&fm=webp', {'if-none-match': String(headers.get('etag'))})
    expect([notModified.response.status, notModified.bytes.length]).toEqual([304, 0])
  })

  it('may end in a readable file name, and sets the name of a download', async () => {
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
  ])('with %s is refused', async (search) => {
    expect((await get(search)).response.status).toBe(400)
  })

  it('with an unsupported parameter is refused with its name', async () => {
    const {response, bytes} = await get('w=10&mask=ellipse')
    expect([response.status, bytes.toString()]).toEqual([501, expect.stringContaining('mask')])
  })
})

describe('an SVG', () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="#f00"/></svg>',
  )

  it('is served unchanged, and never runs a script', async () => {
    const asset = await lake.client.assets.upload('image', svg, {filename: 'logo.svg'})
    expect(asset).toMatchObject({mimeType: 'image/svg+xml', metadata: {dimensions: {width: 40}}})
    const response = await fetch(`${asset.url}?w=10&auto=format`, {headers: {accept: 'image/webp'}})
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(Buffer.from(await response.arrayBuffer()).equals(svg)).toBe(true)
    const png = await fetch(`${asset.url}?w=10&fm=png`)
    expect((await sharp(await png.arrayBuffer()).metadata()).width).toBe(10)
  })
})
