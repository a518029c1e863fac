import sharp from 'sharp'
import {httpError} from '../errors.ts'

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

export type ImageFacts = {
  width: number
  height: number
  extension: string
  mimeType: string
  metadata: Record<string, unknown>
}

const lqipWidth = 20

/** Reads what an image asset document holds of its image. @throws 400 when it is none. */
export async function readImageFacts(bytes: Uint8Array): Promise<ImageFacts> {
  const image = sharp(bytes, {limitInputPixels: maxPixels})
  const header = await image.metadata().catch((error: Error) => {
    throw httpError(400, `Invalid image: ${error.message}`)
  })
  const format = formats[header.format ?? '']
  if (!format) throw httpError(400, `Invalid image: "${header.format}" is not supported`)
  // As it is seen: a camera's rotation is applied.
  const {width, height} = header.autoOrient
  try {
    const upright = sharp(bytes, {limitInputPixels: maxPixels}).autoOrient()
    const [stats, small] = await Promise.all([
      image.stats(),
      upright
        .resize({width: lqipWidth})
        .toFormat(header.hasAlpha ? 'png' : 'jpeg')
        .toBuffer(),
    ])
    const type = header.hasAlpha ? 'png' : 'jpeg'
    return {
      width,
      height,
      ...format,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
        hasAlpha: header.hasAlpha,
        isOpaque: stats.isOpaque,
        lqip: `data:image/${type};base64,${small.toString('base64')}`,
        palette: {_type: 'sanity.imagePalette', dominant: swatch(stats.dominant)},
      },
    }
  } catch (error) {
    throw httpError(400, `Invalid image: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const hex = (value: number) => value.toString(16).padStart(2, '0')

/** A colour with the text colour that reads best on it (relative luminance of WCAG 2). */
function swatch({r, g, b}: {r: number; g: number; b: number}) {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
    const part = value / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const text = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex(r)}${hex(g)}${hex(b)}`,
    foreground: text,
    title: text,
    population: 1,
  }
}
