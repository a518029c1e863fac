import sharp from 'sharp'
import {httpError} from '../errors.ts'
import {exifMetadata} from './exif.ts'
import {paletteOf} from './palette.ts'
import {blurHashOf, thumbHashOf} from './placeholders.ts'
import {requireSmallSvg} from './svg-expansion.ts'

/** Larger images are refused: a small file can unpack to gigabytes. */
export const maxPixels = 100_000_000

/** sharp's name of a format → extension and MIME type, for the image formats that Sanity accepts. */
const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/** The metadata that is computed unless the uploader requests other parts (`meta`). */
const defaultParts = ['blurhash', 'lqip', 'palette']

export type ImageMetadata = {
  width: number
  height: number
  extension: string
  mimeType: string
  metadata: Record<string, unknown>
}

const lqipWidth = 20

/**
 * Reads the metadata for an image asset document.
 * @param parts the requested metadata, by Sanity's names: `blurhash`, `thumbhash`, `lqip`, `palette`, `exif`,
 * `location`. Dimensions and transparency are always included.
 * @throws 400 when the bytes are not an image.
 */
export async function readImageMetadata(
  bytes: Uint8Array,
  parts: string[] = defaultParts,
): Promise<ImageMetadata> {
  const options = {limitInputPixels: maxPixels}
  try {
    requireSmallSvg(bytes)
    const header = await sharp(bytes, options).metadata()
    const format = formats[header.format ?? '']
    if (!format) throw new Error(`"${header.format}" is not supported`)
    // As displayed: the camera's rotation is applied.
    const {width, height} = header.autoOrient
    const metadata = {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha: header.hasAlpha,
      isOpaque: !header.hasAlpha || (await sharp(bytes, options).stats()).isOpaque,
      ...exifMetadata(header.exif, parts),
      ...(await previewsOf(bytes, header.hasAlpha, parts)),
    }
    return {width, height, ...format, metadata}
  } catch (error) {
    throw httpError(400, `Invalid image: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Computes all previews from one small copy, so a large image is decoded once. The copy is always made: it
 * proves that every pixel can be read, so a truncated file is refused.
 */
async function previewsOf(bytes: Uint8Array, hasAlpha: boolean, parts: string[]) {
  const small = await sharp(bytes, {limitInputPixels: maxPixels})
    .timeout({seconds: 10})
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

/** An image small enough to be inlined in a page while the full one loads. */
async function lqipOf(small: Buffer, hasAlpha: boolean): Promise<string> {
  const type = hasAlpha ? 'png' : 'jpeg'
  const tiny = await sharp(small).resize({width: lqipWidth}).toFormat(type).toBuffer()
  return `data:image/${type};base64,${tiny.toString('base64')}`
}

const signatures = [
  /^\xff\xd8\xff/,
  /^\x89PNG/,
  /^GIF8/,
  /^RIFF.{4}WEBP/s,
  /^(?:II[*+]|MM\0[*+])/,
  /^.{4}ftyp/s,
]

/**
 * Checks the first bytes before the upload enters the queue: libvips would search a whole large file for an
 * SVG. @throws 400
 */
export function requireImage(head: Buffer): void {
  const text = head.toString('latin1')
  if (!signatures.some((signature) => signature.test(text)) && !text.includes('<svg'))
    throw httpError(400, 'Invalid image: unknown file format')
}
