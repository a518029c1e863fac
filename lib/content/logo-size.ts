import type {LogoRow} from './query-rows.ts'

/**
 * The largest size of a logo in CSS pixels; wordmarks are wide. The file has twice that, for high-density
 * screens.
 */
const LOGO_BOX = {width: 192, height: 96}
export const LOGO_FILE = {width: 2 * LOGO_BOX.width, height: 2 * LOGO_BOX.height}

type Size = {width: number; height: number}
type Rect = Size & {left: number; top: number}

export type LogoSize = {
  /** The uploaded picture, in its own pixels. */
  picture: Size
  isSvg: boolean
  /** GIF and WebP files can be animated. */
  mayBeAnimated: boolean
  /** The editor's crop, in pixels of the picture. Missing when nothing is cut off. */
  rect?: Rect
  /** The maximum size in CSS pixels, with the proportions of the visible part. */
  shown: Size
}

/**
 * An invalid crop (nothing left, outside the picture, not numbers) is ignored: an uncropped logo is better
 * than none.
 */
function cropOf(crop: LogoRow['crop'], {width, height}: Size): Rect | undefined {
  const {left = 0, top = 0, right = 0, bottom = 0} = crop ?? {}
  // Rounds both edges, not the width: then the crop never reaches outside the picture.
  const [x, y] = [Math.round(Number(left) * width), Math.round(Number(top) * height)]
  const part = {
    left: x,
    top: y,
    width: Math.round(width - Number(right) * width) - x,
    height: Math.round(height - Number(bottom) * height) - y,
  }
  const isInside =
    x >= 0 &&
    y >= 0 &&
    part.width >= 1 &&
    part.height >= 1 &&
    x + part.width <= width &&
    y + part.height <= height
  return isInside && (part.width < width || part.height < height) ? part : undefined
}

/**
 * The size of a logo, read from the asset id: Sanity writes it there. With it the page has no layout shift
 * while the logo loads. Undefined when the id is not that of an image.
 */
export function logoSize(logo: LogoRow | undefined): LogoSize | undefined {
  const [, w, h, format] = /^image-[a-f0-9]{40}-(\d+)x(\d+)-([a-z]+)$/.exec(String(logo?.asset?._ref)) ?? []
  const picture = {width: Number(w), height: Number(h)}
  if (!(picture.width > 0 && picture.height > 0)) return undefined
  const isSvg = format === 'svg'
  const rect = cropOf(logo?.crop, picture)
  const visible = rect ?? picture
  const fitting = Math.min(LOGO_BOX.width / visible.width, LOGO_BOX.height / visible.height)
  // A bitmap is never enlarged. An SVG may be.
  const scale = isSvg ? fitting : Math.min(1, fitting)
  const shown = {
    width: Math.max(1, Math.round(visible.width * scale)),
    height: Math.max(1, Math.round(visible.height * scale)),
  }
  return {picture, isSvg, mayBeAnimated: format === 'gif' || format === 'webp', ...(rect && {rect}), shown}
}
