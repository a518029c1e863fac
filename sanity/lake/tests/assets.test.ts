import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const picture = (width: number, height: number) =>
  sharp({create: {width, height, channels: 3, background: '#c81e1e'}}).jpeg()

describe('an image', () => {
  it('is stored once with its metadata, however often it is uploaded', async () => {
    const bytes = await picture(60, 40).toBuffer()
    const asset = await lake.client.assets.upload('image', bytes, {filename: 'Žena.jpg', title: 'A title'})
    expect(asset).toMatchObject({
      _id: `image-${asset.sha1hash}-60x40-jpg`,
      _type: 'sanity.imageAsset',
      originalFilename: 'Žena.jpg',
      title: 'A title',
      mimeType: 'image/jpeg',
      size: bytes.byteLength,
      metadata: {
        dimensions: {width: 60, height: 40, aspectRatio: 1.5},
        isOpaque: true,
        hasAlpha: false,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        palette: {dominant: {background: expect.stringMatching(/^#[0-9a-f]{6}$/)}},
      },
    })
    expect(await lake.client.assets.upload('image', bytes)).toEqual(asset)
    const served = await fetch(asset.url)
    expect(served.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('has camera metadata only when it is requested', async () => {
    const bytes = await picture(40, 30)
      .withExif({
        IFD0: {Model: 'A camera'},
        IFD2: {DateTimeOriginal: '2026:05:01 10:20:30'},
        IFD3: {
          ...{GPSLatitudeRef: 'S', GPSLatitude: '50/1 30/1 0/1'},
          ...{GPSLongitudeRef: 'E', GPSLongitude: '14/1 15/1 36/1'},
        },
      })
      .toBuffer()
    const metadata = async (extract?: ('exif' | 'location' | 'thumbhash' | 'none')[]) => {
      const asset = await lake.client.assets.upload('image', bytes, {extract})
      await lake.client.delete(asset._id)
      return asset.metadata
    }
    expect(Object.keys(await metadata()).sort()).toEqual(
      ['_type', 'blurHash', 'dimensions', 'hasAlpha', 'isOpaque', 'lqip', 'palette'].sort(),
    )
    expect(await metadata(['exif', 'location', 'thumbhash'])).toMatchObject({
      exif: {
        _type: 'sanity.imageExifMetadata',
        Model: 'A camera',
        DateTimeOriginal: '2026-05-01T10:20:30.000Z',
      },
      location: {_type: 'geopoint', lat: -50.5, lng: 14.26},
      thumbHash: expect.stringMatching(/^[A-Za-z0-9+/]{20,}=*$/),
    })
    expect(Object.keys(await metadata(['none']))).toHaveLength(4)
  })

  it('is refused by its first bytes, before the whole file is searched for an SVG', async () => {
    const upload = lake.client.assets.upload('image', Buffer.alloc(5_000_000, '<'))
    await expect(upload).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('unknown file format'),
    })
    const svg = `<?xml version="1.0"?><!-- ${'a'.repeat(500)} --><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`
    expect(await lake.client.assets.upload('image', Buffer.from(svg))).toMatchObject({extension: 'svg'})
  })

  it('has the dimensions after the camera rotation', async () => {
    const bytes = await picture(60, 40).withMetadata({orientation: 6}).toBuffer()
    expect((await lake.client.assets.upload('image', bytes)).metadata.dimensions).toMatchObject({
      width: 40,
      height: 60,
    })
  })

  it('is served in the size, crop and format of the URL', async () => {
    const asset = await lake.client.assets.upload('image', await picture(90, 60).toBuffer())
    const measured = async (search: string, accept = '*/*') => {
      const response = await fetch(`${asset.url}?${search}`, {headers: {accept}})
      const {width, height, format} = await sharp(await response.arrayBuffer()).metadata()
      return [width, height, format]
    }
    expect(await measured('w=30')).toEqual([30, 20, 'jpeg'])
    expect(await measured('w=30&h=30&fit=crop&fm=png')).toEqual([30, 30, 'png'])
    expect(await measured('w=300&fit=max&auto=format', 'image/webp')).toEqual([90, 60, 'webp'])
    expect(await measured('w=20&dpr=2')).toEqual([40, 27, 'jpeg'])
    expect(await measured('w=20&h=20&fit=crop&crop=top')).toEqual([20, 20, 'jpeg'])
    expect(await measured('rect=10,10,20,10&q=50')).toEqual([20, 10, 'jpeg'])
  })

  it('is refused with a status for each invalid transformation', async () => {
    const asset = await lake.client.assets.upload('image', await picture(10, 10).toBuffer())
    const status = async (search: string) => (await fetch(`${asset.url}?${search}`)).status
    expect(await status('mask=ellipse')).toBe(501)
    expect(await status('w=100000')).toBe(400)
    expect(await status('rect=0,0,50,50')).toBe(400)
    await expect(lake.client.assets.upload('image', Buffer.from('not an image'))).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  it('is not served after its document was deleted', async () => {
    const asset = await lake.client.assets.upload('image', await picture(11, 11).toBuffer())
    await lake.client.delete(asset._id)
    expect((await fetch(asset.url)).status).toBe(404)
  })
})

describe('the bytes of an asset', () => {
  const storedFiles = () => readdirSync(join(lake.dir, 'assets/production'))

  it('are deleted with the last document that names them, and stored again with the next upload', async () => {
    const bytes = await picture(12, 12).toBuffer()
    const image = await lake.client.assets.upload('image', bytes)
    const file = await lake.client.assets.upload('file', bytes, {filename: 'a.jpg'})
    await lake.client.delete(image._id)
    expect((await fetch(file.url)).status).toBe(200)
    expect(storedFiles()).toContain(image.sha1hash)
    await lake.client.delete(file._id)
    await expect.poll(storedFiles).not.toContain(image.sha1hash)
    const again = await lake.client.assets.upload('image', bytes)
    expect((await fetch(again.url)).status).toBe(200)
  })

  it('stay when the same bytes are uploaded and deleted concurrently', async () => {
    const bytes = await picture(13, 13).toBuffer()
    const {_id, url} = await lake.client.assets.upload('image', bytes)
    for (let round = 0; round < 5; round += 1)
      await Promise.all([lake.client.delete(_id), lake.client.assets.upload('image', bytes)])
    await lake.client.assets.upload('image', bytes)
    expect((await fetch(url)).status).toBe(200)
    expect(storedFiles().filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('stay while a document refers to the asset', async () => {
    const {_id, url} = await lake.client.assets.upload('image', await picture(14, 14).toBuffer())
    await lake.client.create({_type: 'page', photo: {_type: 'image', asset: {_type: 'reference', _ref: _id}}})
    await expect(lake.client.delete(_id)).rejects.toMatchObject({statusCode: 409})
    expect((await fetch(url)).status).toBe(200)
  })
})

describe('a file', () => {
  it('is stored, and never served as a page of this origin', async () => {
    const asset = await lake.client.assets.upload('file', Buffer.from('<script>alert(1)</script>'), {
      filename: 'stanovy.html',
      contentType: 'text/html',
    })
    expect(asset).toMatchObject({_type: 'sanity.fileAsset', extension: 'html'})
    const {headers} = await fetch(asset.url)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''stanovy.html/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is not reached by path tricks', async () => {
    for (const name of ['..%2f..%2flake.sqlite', '%2e%2e', `${'a'.repeat(40)}.txt`, 'x.txt'])
      expect((await lake.request(`/files/local/production/${name}`)).status).toBe(404)
  })
})
