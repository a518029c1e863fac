import {httpError, notSupported} from '../errors.ts'

const maxSide = 8192

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const

export const mimeTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
} as const

export type Format = keyof typeof mimeTypes

export type Rect = {left: number; top: number; width: number; height: number}

/** A parsed image URL of Sanity's syntax. Sizes are in device pixels (`dpr` is applied). */
export type Transformation = {
  width?: number
  height?: number
  limits: {minWidth?: number; maxWidth?: number; minHeight?: number; maxHeight?: number}
  fit: (typeof fits)[number]
  /** Which part remains when an image is cropped. */
  crop: {kind: 'side'; position: string} | {kind: 'focalpoint'; x: number; y: number}
  rect?: Rect
  rotate: number
  flip: {horizontal: boolean; vertical: boolean}
  background?: {r: number; g: number; b: number; alpha: number}
  blur?: number
  sharpen?: number
  grey: boolean
  invert: boolean
  pad: number
  quality?: number
  progressive: boolean
  format?: Format
}

/** All parameters. `dl` and `dlRaw` concern the download and change no pixel. */
const knownParameters = new Set(
  'auto bg blur crop dl dlRaw dpr fit flip fm fp-x fp-y frame h invert max-h max-w min-h min-w or pad q rect sat sharp w'.split(
    ' ',
  ),
)

/**
 * Parses the parameters of an image URL. `sharp` is 0 to 100, `blur` 1 to 2000, `bg` is RGB, ARGB, RRGGBB or
 * AARRGGBB, `fp-x` and `fp-y` are 0 to 1. @see https://www.sanity.io/docs/image-urls
 * @param accept the `Accept` header, for `auto=format`.
 * @returns undefined when the original image is requested.
 * @throws 400 for an invalid value, 501 that names an unsupported parameter.
 */
export function parseTransformation(search: URLSearchParams, accept: string): Transformation | undefined {
  for (const name of search.keys()) {
    if (!knownParameters.has(name)) throw notSupported(`the image parameter "${name}"`)
  }
  if (![...search.keys()].some((name) => name !== 'dl' && name !== 'dlRaw')) return undefined
  const ratio = number(search, 'dpr', 1, 3) ?? 1
  const side = (name: string) => {
    const pixels = integer(search, name, 1, maxSide)
    return pixels && Math.min(Math.round(pixels * ratio), maxSide)
  }
  const flip = oneOf(search, 'flip', ['h', 'v', 'hv', 'vh']) ?? ''
  const format = formatOf(search, accept)
  oneOf(search, 'frame', ['1'])
  return {
    width: side('w'),
    height: side('h'),
    limits: {
      minWidth: side('min-w'),
      maxWidth: side('max-w'),
      minHeight: side('min-h'),
      maxHeight: side('max-h'),
    },
    fit: oneOf(search, 'fit', fits) ?? 'clip',
    crop: cropOf(search),
    rect: rectOf(search),
    rotate: Number(oneOf(search, 'or', ['0', '90', '180', '270']) ?? 0),
    flip: {horizontal: flip.includes('h'), vertical: flip.includes('v')},
    background: colourOf(search),
    blur: integer(search, 'blur', 0, 2000) || undefined,
    sharpen: integer(search, 'sharp', 0, 100) || undefined,
    grey: oneOf(search, 'sat', ['-100', '0']) === '-100',
    invert: oneOf(search, 'invert', ['true', 'false']) === 'true',
    pad: integer(search, 'pad', 0, 1000) ?? 0,
    quality: integer(search, 'q', 0, 100),
    progressive: search.get('fm') === 'pjpg',
    format,
  }
}

function number(search: URLSearchParams, name: string, min: number, max: number): number | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text.trim() === '' || !(value >= min && value <= max))
    throw httpError(400, `"${name}" must be a number from ${min} to ${max}`)
  return value
}

/** Rounds fractions: pages compute sizes, and Sanity accepts fractions. */
const integer = (search: URLSearchParams, name: string, min: number, max: number): number | undefined => {
  const value = number(search, name, min, max)
  return value === undefined ? undefined : Math.round(value)
}

function oneOf<T extends string>(search: URLSearchParams, name: string, values: readonly T[]): T | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const value = values.find((one) => one === text)
  if (value === undefined) throw httpError(400, `"${name}" must be one of ${values.join(', ')}`)
  return value
}

function formatOf(search: URLSearchParams, accept: string): Format | undefined {
  const requested = oneOf(search, 'fm', ['jpg', 'pjpg', 'jpeg', 'png', 'webp', 'avif'])
  if (requested) return requested === 'pjpg' || requested === 'jpeg' ? 'jpg' : requested
  if (!oneOf(search, 'auto', ['format'])) return undefined
  return accept.includes('image/webp') ? 'webp' : undefined
}

/** `top`, `left`, … (two make a corner), `center`, `entropy`, or `focalpoint` with `fp-x`, `fp-y`. */
function cropOf(search: URLSearchParams): Transformation['crop'] {
  const x = number(search, 'fp-x', 0, 1) ?? 0.5
  const y = number(search, 'fp-y', 0, 1) ?? 0.5
  const names = (search.get('crop') ?? 'center').split(',')
  if (names.join() === 'focalpoint') return {kind: 'focalpoint', x, y}
  if (names.join() === 'center' || names.join() === 'entropy') return {kind: 'side', position: names.join()}
  const vertical = names.filter((name) => name === 'top' || name === 'bottom')
  const horizontal = names.filter((name) => name === 'left' || name === 'right')
  if (vertical.length > 1 || horizontal.length > 1 || vertical.length + horizontal.length !== names.length)
    throw httpError(400, '"crop" must be top, bottom, left, right, center, entropy or focalpoint')
  return {kind: 'side', position: [...horizontal, ...vertical].join(' ')}
}

function rectOf(search: URLSearchParams): Rect | undefined {
  const text = search.get('rect')
  if (text === null) return undefined
  const [, left, top, width, height] = /^(\d{1,6}),(\d{1,6}),([1-9]\d{0,5}),([1-9]\d{0,5})$/.exec(text) ?? []
  if (!height) throw httpError(400, '"rect" must be left,top,width,height in whole pixels')
  return {left: Number(left), top: Number(top), width: Number(width), height: Number(height)}
}

function colourOf(search: URLSearchParams): Transformation['background'] {
  const text = search.get('bg')
  if (text === null) return undefined
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text))
    throw httpError(400, '"bg" must be a colour in hexadecimal: RGB, ARGB, RRGGBB or AARRGGBB')
  const long = text.length < 6 ? text.replace(/./g, '$&$&') : text
  const [alpha = 0, r = 0, g = 0, b = 0] = (long.padStart(8, 'f').match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  )
  return {r, g, b, alpha: alpha / 255}
}
