import {crc32, deflateSync} from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** A black PNG of `width` × `height` with one bit per pixel: a thousandth of its unpacked size. */
function png(
  width: number,
  height: number,
  data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height)),
) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const entities = Array.from(
  {length: 12},
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('')

const gif = Buffer.from(
  '474946383961ffffffff80000000000000000021f90400000000002c00000000ffffffff0002024401003b',
  'hex',
)

/** Small files that claim a huge size or unpack to it (decompression bombs), and some broken files. */
export const bombs: Record<string, Buffer> = {
  'PNG of 900 megapixels': png(30_000, 30_000),
  'PNG of 64 megapixels, within the limit': png(8000, 8000),
  'PNG that claims 2147483647 × 2147483647': png(2 ** 31 - 1, 2 ** 31 - 1, deflateSync(Buffer.alloc(100))),
  'PNG of no pixels': png(0, 0, deflateSync(Buffer.alloc(0))),
  'truncated PNG': png(100, 100).subarray(0, 60),
  'GIF of 65535 × 65535': gif,
  'SVG of 100000 × 100000': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>',
  ),
  'SVG of a billion laughs': Buffer.from(
    `<!DOCTYPE s [<!ENTITY l0 "ha">${entities}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&l12;</text></svg>`,
  ),
  'SVG with ten thousand filters': Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500">${'<g filter="url(#f)">'.repeat(5000)}${'</g>'.repeat(5000)}</svg>`,
  ),
  'SVG that includes a file': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9"><image x:href="file:///etc/passwd" width="9" height="9"/></svg>',
  ),
  'no image': Buffer.from('not an image'),
  'a picture': png(64, 64),
}
