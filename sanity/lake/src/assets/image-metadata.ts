import sharp from 'sharp'
import {httpError} from '../errors.ts'
import {cameraFacts} from './exif.ts'
import {paletteOf} from './palette.ts'
import {blurHashOf, thumbHashOf} from './placeholders.ts'

/** Beyond this an image is refused: a small file can unpack to gigabytes. */
export const maxPixels = 100_000_000

/** sharp's name of a format → extension and type, for those Sanity takes as images. */
const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/** What is worked out unless the uploader says otherwise (`meta`). */
const defaultParts = ['blurhash', 'lqip', 'palette']

export type ImageFacts = {
  width: number
  height: number
  extension: string
  mimeType: string
  metadata: Record<string, unknown>
}

const lqipWidth = 20

/**
 * Reads what an image asset document holds of its image.
 * @param parts of the metadata that are wanted, by Sanity's names: `blurhash`, `thumbhash`, `lqip`, `palette`,
 * `exif`, `location`. Dimensions and whether it is transparent always are.
 * @throws 400 when it is none.
 */
export async function readImageFacts(bytes: Uint8Array, parts: string[] = defaultParts): Promise<ImageFacts> {
  const options = {limitInputPixels: maxPixels}
  try {
    const header = await sharp(bytes, options).metadata()
    const format = formats[header.format ?? '']
    if (!format) throw new Error(`"${header.format}" is not supported`)
    // As it is seen: a camera's rotation is applied.
    const {width, height} = header.autoOrient
    const metadata = {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha: header.hasAlpha,
      isOpaque: !header.hasAlpha || (await sharp(bytes, options).stats()).isOpaque,
      ...cameraFacts(header.exif, parts),
      ...(await impressionsOf(bytes, header.hasAlpha, parts)),
    }
    return {width, height, ...format, metadata}
  } catch (error) {
    throw httpError(400, `Invalid image: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * All of them come from one small copy, so a large image is unpacked once. It is made in any case: that proves that
 * every pixel can be read, and a file that is cut off is refused.
 */
async function impressionsOf(bytes: Uint8Array, hasAlpha: boolean, parts: string[]) {
  const small = await sharp(bytes, {limitInputPixels: maxPixels})
    .autoOrient()
    .resize({width: 200, height: 200, fit: 'inside', withoutEnlargement: true})
    .png()
    .toBuffer()
  return {
    ...(parts.includes('lqip') ? {lqip: await lqipOf(small, hasAlpha)} : {}),
    ...(parts.includes('blurhash') ? {blurHash: await blurHashOf(small)} : {}),
    ...(parts.includes('thumbhash') ? {thumbHash: await thumbHashOf(small)} : {}),
    ...(parts.includes('palette') ? {palette: await paletteOf(small)} : {}),
  }
}

/** A picture small enough to stand in the page itself while the real one is on its way. */
async function lqipOf(small: Buffer, hasAlpha: boolean): Promise<string> {
  const type = hasAlpha ? 'png' : 'jpeg'
  const tiny = await sharp(small).resize({width: lqipWidth}).toFormat(type).toBuffer()
  return `data:image/${type};base64,${tiny.toString('base64')}`
}

const beginnings = [
  /^\xff\xd8\xff/,
  /^\x89PNG/,
  /^GIF8/,
  /^RIFF.{4}WEBP/s,
  /^(?:II[*+]|MM\0[*+])/,
  /^.{4}ftyp/s,
]

/**
 * A look at the first bytes, before an upload takes its turn: libvips searches all of a large file for what might be
 * a drawing. @throws 400
 */
export function requireImage(head: Buffer): void {
  const text = head.toString('latin1')
  if (!beginnings.some((beginning) => beginning.test(text)) && !text.includes('<svg'))
    throw httpError(400, 'Invalid image: it begins like none')
}
