import sharp, {type Sharp} from 'sharp'
import {httpError} from '../errors.ts'
import {maxPixels} from './image-metadata.ts'
import {type Format, mimeTypes, type Rect, type Transformation} from './parameters.ts'

const defaultQuality = 75

/** No picture takes longer by rights; a crafted one may. */
const timeoutSeconds = 20

type Size = {width: number; height: number}

/** In what format an image comes out: as asked for, else as it is, where that can be written. */
export const outputFormat = (mimeType: string, {format}: Transformation): Format => {
  const own = Object.entries(mimeTypes).find(([, type]) => type === mimeType)?.[0] as Format | undefined
  return format ?? own ?? 'png'
}

/**
 * Makes the image that is asked for; the first frame of an animated one. What is cut out comes first, then
 * rotation, mirroring, size, effects, padding.
 * @throws 400 when it can't be made.
 */
export async function transform(bytes: Uint8Array, mimeType: string, wanted: Transformation) {
  const format = outputFormat(mimeType, wanted)
  try {
    const upright = await cutAndTurn(bytes, wanted)
    const resized = resize(upright.image, upright.size, wanted)
    const finished = pad(await effects(resized, wanted), wanted)
    const data = await encode(finished, format, wanted).toBuffer()
    return {data, mimeType: mimeTypes[format]}
  } catch (error) {
    throw httpError(400, `The image can't be made: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, {limitInputPixels: maxPixels}).timeout({seconds: timeoutSeconds}).autoOrient()

async function cutAndTurn(bytes: Uint8Array, {rect, rotate, flip}: Transformation) {
  const whole = (await sharp(bytes, {limitInputPixels: maxPixels}).metadata()).autoOrient
  if (rect && (rect.left + rect.width > whole.width || rect.top + rect.height > whole.height))
    throw new Error(`"rect" reaches beyond the image, which is ${whole.width}x${whole.height}`)
  const size: Size = rect ?? whole
  const image = rect ? open(bytes).extract(rect) : open(bytes)
  if (rotate === 0 && !flip.horizontal && !flip.vertical) return {image, size}
  // One pipeline of sharp turns after it has cut and before it resizes only if it starts afresh.
  const turned = await again(image.rotate(rotate))
  const mirrored = turned.image.flop(flip.horizontal).flip(flip.vertical)
  return flip.horizontal || flip.vertical ? again(mirrored) : turned
}

/** Ends one pipeline and starts the next on its pixels. */
async function again(image: Sharp): Promise<{image: Sharp; size: Size}> {
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  const {width, height, channels} = info
  return {image: sharp(data, {raw: {width, height, channels}}), size: {width, height}}
}

/** Sanity's `fit` in sharp's terms. */
function resize(image: Sharp, source: Size, wanted: Transformation): Sharp {
  const {width, height, fit, background = {r: 255, g: 255, b: 255, alpha: 1}} = wanted
  if (!width && !height) return image
  switch (fit) {
    case 'crop':
      return cut(image, source, cropSize(source, wanted), wanted.crop)
    case 'min': {
      // The shape that is asked for, as large as it can be had without enlarging.
      const asked = cropSize(source, wanted)
      const scale = Math.min(1, source.width / asked.width, source.height / asked.height)
      return cut(image, source, rounded(asked, scale), wanted.crop)
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

const rounded = ({width, height}: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** The size to cut to: a side that isn't given follows from the other, within the limits that are. */
function cropSize(source: Size, {width, height, limits}: Transformation): Size {
  const {minWidth = 1, maxWidth = Infinity, minHeight = 1, maxHeight = Infinity} = limits
  const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
  return {
    width: between(
      width ?? Math.max(1, Math.round(((height ?? 1) * source.width) / source.height)),
      minWidth,
      maxWidth,
    ),
    height: between(
      height ?? Math.max(1, Math.round(((width ?? 1) * source.height) / source.width)),
      minHeight,
      maxHeight,
    ),
  }
}

function cut(image: Sharp, source: Size, size: Size, crop: Transformation['crop']): Sharp {
  if (crop.kind === 'side')
    return image.resize({
      ...size,
      fit: 'cover',
      position: crop.position === 'entropy' ? sharp.strategy.entropy : crop.position,
    })
  // Enlarge or reduce until the size is covered, then take the part around the focal point.
  const scale = Math.max(size.width / source.width, size.height / source.height)
  const covering = rounded(source, scale)
  const part = (total: number, most: number, centre: number) =>
    Math.max(0, Math.min(total - most, Math.round(total * centre - most / 2)))
  const rect: Rect = {
    left: part(covering.width, size.width, crop.x),
    top: part(covering.height, size.height, crop.y),
    width: Math.min(size.width, covering.width),
    height: Math.min(size.height, covering.height),
  }
  return image.resize({...covering, fit: 'fill'}).extract(rect)
}

/** A blur wider than this is made on a smaller copy: its cost grows with the radius, its detail doesn't. */
const widestSigma = 8

async function effects(image: Sharp, {blur, sharpen, grey, invert}: Transformation): Promise<Sharp> {
  let result = image
  if (blur) {
    const {image: pixels, size} = await again(result)
    const sigma = Math.max(0.3, blur / 10)
    const scale = Math.min(1, widestSigma / sigma)
    const small = await again(pixels.resize({...rounded(size, scale), fit: 'fill'}).blur(sigma * scale))
    result = small.image.resize({...size, fit: 'fill'})
  }
  if (sharpen) result = result.sharpen({sigma: 0.5 + sharpen / 50})
  if (grey) result = result.grayscale()
  return invert ? result.negate({alpha: false}) : result
}

/** Around the finished image, which therefore grows by it. */
const pad = (image: Sharp, {pad: by, background}: Transformation): Sharp =>
  by === 0
    ? image
    : image.extend({
        left: by,
        top: by,
        right: by,
        bottom: by,
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
      return opaque.avif({...lossy, effort: 3})
  }
}
