import {encode} from 'blurhash'
import sharp from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'

async function pixels(bytes: Uint8Array, side: number, limitInputPixels: number) {
  const {data, info} = await sharp(bytes, {limitInputPixels})
    .autoOrient()
    .resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
}

/** https://blurha.sh: about thirty characters that stand for a blurred picture. Without transparency. */
export async function blurHashOf(bytes: Uint8Array, limitInputPixels: number): Promise<string> {
  const {data, width, height} = await pixels(bytes, 32, limitInputPixels)
  return encode(new Uint8ClampedArray(data), width, height, 4, 3)
}

/** https://evanw.github.io/thumbhash, as base64: the same with transparency and the picture's proportions. */
export async function thumbHashOf(bytes: Uint8Array, limitInputPixels: number): Promise<string> {
  const {data, width, height} = await pixels(bytes, 100, limitInputPixels)
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64')
}
