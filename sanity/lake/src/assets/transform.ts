import sharp, {type Sharp} from 'sharp'
import {httpError} from '../errors.ts'
import {maxPixels} from './image-metadata.ts'
import {coveringSize, cropSize, requireOutputWithinBudget, rounded, type Size} from './output-size.ts'
import {type Format, mimeTypes, type Rect, type Transformation} from './parameters.ts'
import {requireSmallSvg} from './svg-expansion.ts'

const defaultQuality = 75

/** For each pipeline. Ordinary images take less. A crafted one may take longer. */
const timeout = {seconds: 20}

/** The output format: the requested one, else the original one if it can be written, else PNG. */
export const outputFormat = (mimeType: string, {format}: Transformation): Format => {
  const own = Object.entries(mimeTypes).find(([, type]) => type === mimeType)?.[0] as Format | undefined
  return format ?? own ?? 'png'
}

/**
 * Transforms an image; of an animated one only the first frame. Order: `rect`, rotation, mirroring, size,
 * effects, padding.
 * @throws 400 when the image can't be transformed.
 */
export async function transform(bytes: Uint8Array, mimeType: string, transformation: Transformation) {
  const format = outputFormat(mimeType, transformation)
  try {
    requireSmallSvg(bytes)
    const cropped = await cropAndRotate(bytes, transformation, format)
    const resized = resize(cropped.image, cropped.size, transformation)
    const finished = pad(await effects(resized, transformation), transformation)
    const data = await encode(finished, format, transformation).toBuffer()
    return {data, mimeType: mimeTypes[format]}
  } catch (error) {
    throw httpError(
      400,
      `The image can't be transformed: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const open = (bytes: Uint8Array) => sharp(bytes, {limitInputPixels: maxPixels}).timeout(timeout).autoOrient()

async function cropAndRotate(bytes: Uint8Array, transformation: Transformation, format: Format) {
  const {rect, rotate, flip} = transformation
  const original = (await sharp(bytes, {limitInputPixels: maxPixels}).metadata()).autoOrient
  if (rect && (rect.left + rect.width > original.width || rect.top + rect.height > original.height))
    throw new Error(`"rect" reaches beyond the image, which is ${original.width}x${original.height}`)
  const size: Size = rect ?? original
  const isTurned = rotate === 90 || rotate === 270
  const turned = isTurned ? {width: size.height, height: size.width} : size
  requireOutputWithinBudget(turned, transformation, format)
  const image = rect ? open(bytes).extract(rect) : open(bytes)
  if (rotate === 0 && !flip.horizontal && !flip.vertical) return {image, size}
  // sharp has a fixed order of operations. A new pipeline is needed to rotate after `rect` and before the
  // resize.
  const rotated = await renderPixels(image.rotate(rotate))
  const mirrored = rotated.image.flop(flip.horizontal).flip(flip.vertical)
  return flip.horizontal || flip.vertical ? renderPixels(mirrored) : rotated
}

/** Ends a pipeline and starts a new one on its pixels. */
async function renderPixels(image: Sharp): Promise<{image: Sharp; size: Size}> {
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  const {width, height, channels} = info
  return {image: sharp(data, {raw: {width, height, channels}}).timeout(timeout), size: {width, height}}
}

/** Sanity's `fit`, in sharp's options. */
function resize(image: Sharp, source: Size, transformation: Transformation): Sharp {
  const {width, height, fit, background = {r: 255, g: 255, b: 255, alpha: 1}} = transformation
  if (!width && !height) return image
  switch (fit) {
    case 'crop':
      return cropTo(image, source, cropSize(source, transformation), transformation.crop)
    case 'min': {
      // The requested aspect ratio, as large as possible without enlarging.
      const requested = cropSize(source, transformation)
      const scale = Math.min(1, source.width / requested.width, source.height / requested.height)
      return cropTo(image, source, rounded(requested, scale), transformation.crop)
    }
    case 'scale':
      return image.resize({width, height, fit: width && height ? 'fill' : 'inside'})
    case 'fill':
      return image.resize({width, height, fit: 'contain', background})
    case 'fillmax': {
      const scale = Math.min(1, (width ?? Infinity) / source.width, (height ?? Infinity) / source.height)
      const inner = rounded(source, scale)
      const left = Math.floor(((width ?? inner.width) - inner.width) / 2)
      const top = Math.floor(((height ?? inner.height) - inner.height) / 2)
      const right = (width ?? inner.width) - inner.width - left
      const bottom = (height ?? inner.height) - inner.height - top
      return image.resize({...inner, fit: 'fill'}).extend({left, top, right, bottom, background})
    }
    case 'max':
      return image.resize({width, height, fit: 'inside', withoutEnlargement: true})
    default:
      return image.resize({width, height, fit: 'inside'})
  }
}

function cropTo(image: Sharp, source: Size, size: Size, crop: Transformation['crop']): Sharp {
  if (crop.kind === 'side')
    return image.resize({
      ...size,
      fit: 'cover',
      position: crop.position === 'entropy' ? sharp.strategy.entropy : crop.position,
    })
  // Scale the image until it covers the size, then take the part around the focal point.
  const covering = coveringSize(source, size)
  const part = (total: number, length: number, centre: number) =>
    Math.max(0, Math.min(total - length, Math.round(total * centre - length / 2)))
  const rect: Rect = {
    left: part(covering.width, size.width, crop.x),
    top: part(covering.height, size.height, crop.y),
    width: Math.min(size.width, covering.width),
    height: Math.min(size.height, covering.height),
  }
  return image.resize({...covering, fit: 'fill'}).extract(rect)
}

/** A stronger blur runs on a smaller copy: its cost grows with the radius, and the result has no detail. */
const maxSigma = 8

async function effects(image: Sharp, {blur, sharpen, grey, invert}: Transformation): Promise<Sharp> {
  let result = image
  if (blur) {
    const {image: pixels, size} = await renderPixels(result)
    const sigma = Math.max(0.3, blur / 10)
    const scale = Math.min(1, maxSigma / sigma)
    const small = await renderPixels(
      pixels.resize({...rounded(size, scale), fit: 'fill'}).blur(sigma * scale),
    )
    result = small.image.resize({...size, fit: 'fill'})
  }
  if (sharpen) result = result.sharpen({sigma: 0.5 + sharpen / 50})
  if (grey) result = result.grayscale()
  return invert ? result.negate({alpha: false}) : result
}

/** Adds padding around the finished image, which becomes larger. */
const pad = (image: Sharp, {pad: width, background}: Transformation): Sharp =>
  width === 0
    ? image
    : image.extend({
        left: width,
        top: width,
        right: width,
        bottom: width,
        background: background ?? {r: 255, g: 255, b: 255, alpha: 1},
      })

function encode(image: Sharp, format: Format, {background, quality, progressive}: Transformation): Sharp {
  const lossy = {quality: Math.max(1, quality ?? defaultQuality)}
  const opaque = background?.alpha === 1 ? image.flatten({background}) : image
  switch (format) {
    case 'jpg':
      return image.flatten({background: background ?? '#fff'}).jpeg({...lossy, progressive, mozjpeg: true})
    case 'png':
      return opaque.png()
    case 'webp':
      return opaque.webp(lossy)
    default:
      // Above this quality, more effort takes ten times as long.
      return opaque.avif({...lossy, effort: lossy.quality > 80 ? 1 : 3})
  }
}
