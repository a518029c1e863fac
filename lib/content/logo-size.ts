import type {LogoRow} from './query-rows.ts'

/** The largest box a logo is shown in, in CSS pixels: wordmarks are wide. Its file is twice that, for sharp screens. */
const LOGO_BOX = {width: 192, height: 96}
export const LOGO_FILE = {width: 2 * LOGO_BOX.width, height: 2 * LOGO_BOX.height}

type Size = {width: number; height: number}
type Rect = Size & {left: number; top: number}

export type LogoSize = {
  /** The uploaded picture, in its own pixels. */
  picture: Size
  isDrawing: boolean
  /** It may be animated. */
  mayMove: boolean
  /** What an editor's crop leaves of the picture, in its pixels; none where nothing is cut off. */
  rect?: Rect
  /** How large it is shown at most, in CSS pixels, with the proportions of what is seen of it. */
  shown: Size
}

/** A crop that leaves nothing, reaches outside or isn't made of numbers counts as none: a logo is better than no logo. */
function cropOf(crop: LogoRow['crop'], {width, height}: Size): Rect | undefined {
  const {left = 0, top = 0, right = 0, bottom = 0} = crop ?? {}
  // Both edges are rounded, not the width, so that the part never reaches outside the picture.
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
 * The size of a logo before it is there, so that nothing on the page moves when it comes: Sanity writes it into the id of
 * the picture. Undefined when this names no picture.
 */
export function logoSize(logo: LogoRow | undefined): LogoSize | undefined {
  const [, w, h, format] = /^image-[a-f0-9]{40}-(\d+)x(\d+)-([a-z]+)$/.exec(String(logo?.asset?._ref)) ?? []
  const picture = {width: Number(w), height: Number(h)}
  if (!(picture.width > 0 && picture.height > 0)) return undefined
  const isDrawing = format === 'svg'
  const rect = cropOf(logo?.crop, picture)
  const seen = rect ?? picture
  const fitting = Math.min(LOGO_BOX.width / seen.width, LOGO_BOX.height / seen.height)
  // Pixels are never enlarged; a drawing has none.
  const scale = isDrawing ? fitting : Math.min(1, fitting)
  const shown = {
    width: Math.max(1, Math.round(seen.width * scale)),
    height: Math.max(1, Math.round(seen.height * scale)),
  }
  return {picture, isDrawing, mayMove: format === 'gif' || format === 'webp', ...(rect && {rect}), shown}
}
