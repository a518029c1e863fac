import {encode} from 'blurhash'
import sharp from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'

async function pixels(small: Buffer, side: number) {
  const {data, info} = await sharp(small)
    .resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
}

/** https://blurha.sh: about thirty characters that encode a blurred image, without transparency. */
export async function blurHashOf(small: Buffer): Promise<string> {
  const {data, width, height} = await pixels(small, 32)
  return encode(new Uint8ClampedArray(data), width, height, 4, 3)
}

/** https://evanw.github.io/thumbhash, in base64: a blurred image with transparency and aspect ratio. */
export async function thumbHashOf(small: Buffer): Promise<string> {
  const {data, width, height} = await pixels(small, 100)
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64')
}
