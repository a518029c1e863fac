import type {Format, Transformation} from './parameters.ts'

export type Size = {width: number; height: number}

/**
 * The largest image that a URL may produce, after `dpr` and `pad`. A small image can be enlarged, so the limit
 * for originals is not enough. An encoder can't be stopped, so these bound its memory and time.
 */
const maxOutputPixels: Record<Format, number> = {
  jpg: 40_000_000,
  png: 40_000_000,
  webp: 40_000_000,
  avif: 10_000_000,
}

/** Some ways to crop first scale the whole image. */
const maxScaledPixels = 100_000_000

/** @param source the image after `rect` and rotation. @throws with the limit. */
export function requireOutputWithinBudget(
  source: Size,
  transformation: Transformation,
  format: Format,
): void {
  const {width, height} = outputSize(source, transformation)
  const limit = maxOutputPixels[format]
  if (width * height > limit)
    throw new Error(
      `The result would be ${width}x${height}. At most ${limit / 1_000_000} megapixels are allowed for ${format}: use smaller values for w, h, dpr or pad`,
    )
}

function outputSize(source: Size, transformation: Transformation): Size {
  const {width, height} = resizedSize(source, transformation)
  return {width: width + 2 * transformation.pad, height: height + 2 * transformation.pad}
}

function resizedSize(source: Size, transformation: Transformation): Size {
  const {width, height, fit} = transformation
  if (!width && !height) return source
  const inside = Math.min((width ?? Infinity) / source.width, (height ?? Infinity) / source.height)
  switch (fit) {
    case 'crop':
      return requireCoverable(source, cropSize(source, transformation))
    case 'min': {
      const requested = cropSize(source, transformation)
      const scale = Math.min(1, source.width / requested.width, source.height / requested.height)
      return requireCoverable(source, rounded(requested, scale))
    }
    case 'scale':
    case 'fill':
      return width && height ? {width, height} : rounded(source, inside)
    case 'fillmax': {
      const inner = rounded(source, Math.min(1, inside))
      return {width: width ?? inner.width, height: height ?? inner.height}
    }
    case 'max':
      return rounded(source, Math.min(1, inside))
    default:
      return rounded(source, inside)
  }
}

function requireCoverable(source: Size, size: Size): Size {
  const covering = coveringSize(source, size)
  if (covering.width * covering.height > maxScaledPixels)
    throw new Error(
      'The image would have to be enlarged too much to be cropped: use smaller values for w and h',
    )
  return size
}

/** The image scaled until it covers `size`. */
export const coveringSize = (source: Size, size: Size): Size =>
  rounded(source, Math.max(size.width / source.width, size.height / source.height))

export const rounded = ({width, height}: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** The size to crop to. A missing side follows from the other, within the given limits. */
export function cropSize(source: Size, {width, height, limits}: Transformation): Size {
  const {minWidth = 1, maxWidth = Infinity, minHeight = 1, maxHeight = Infinity} = limits
  const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max)
  return {
    width: clamp(
      width ?? Math.max(1, Math.round(((height ?? 1) * source.width) / source.height)),
      minWidth,
      maxWidth,
    ),
    height: clamp(
      height ?? Math.max(1, Math.round(((width ?? 1) * source.height) / source.width)),
      minHeight,
      maxHeight,
    ),
  }
}
