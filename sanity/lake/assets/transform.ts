import sharp, {type Sharp} from 'sharp'
import {httpError, notSupported} from '../errors.ts'
import {maxPixels} from './image-metadata.ts'

const maxSide = 8192

const known = new Set(['w', 'h', 'dpr', 'fit', 'crop', 'q', 'fm', 'auto', 'rect', 'dl'])

/** Sanity's names for the part that stays when an image is cut, which are sharp's too. */
const positions = ['center', 'top', 'bottom', 'left', 'right', 'entropy']

const mimeTypes = {jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif'} as const

type Format = keyof typeof mimeTypes

/** What of Sanity's image URL syntax is asked for; undefined when the image is wanted as it is. */
export type Transformation = {
  width: number | undefined
  height: number | undefined
  fit: 'max' | 'clip' | 'crop' | 'fill' | 'fillmax' | 'min' | 'scale'
  position: string
  quality: number | undefined
  format: Format | undefined
  rect: [left: number, top: number, width: number, height: number] | undefined
}

/** @throws 400 for a bad value, 501 naming a parameter this lake doesn't know. */
export function parseTransformation(search: URLSearchParams, accept: string): Transformation | undefined {
  for (const name of search.keys()) {
    if (!known.has(name)) throw notSupported(`the image parameter "${name}"`)
  }
  const fit = search.get('fit') ?? 'clip'
  if (!/^(max|clip|crop|fill|fillmax|min|scale)$/.test(fit)) throw httpError(400, `Invalid "fit": ${fit}`)
  const position = search.get('crop') ?? 'center'
  if (!positions.includes(position)) throw notSupported(`the image parameter "crop" with "${position}"`)
  const transformation: Transformation = {
    width: side(search, 'w'),
    height: side(search, 'h'),
    fit: fit as Transformation['fit'],
    position,
    quality: number(search, 'q', 100),
    format: formatOf(search, accept),
    rect: rectOf(search),
  }
  const {width, height, quality, format, rect} = transformation
  return width || height || quality || format || rect ? transformation : undefined
}

const number = (search: URLSearchParams, name: string, most: number): number | undefined => {
  const text = search.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw httpError(400, `"${name}" must be a whole number from 1 to ${most}`)
  return value
}

/** In pixels of the device: `dpr` is how many of them the page counts as one. */
function side(search: URLSearchParams, name: 'w' | 'h'): number | undefined {
  const pixels = number(search, name, maxSide)
  const ratio = Number(search.get('dpr') ?? 1)
  if (!(ratio >= 1 && ratio <= 3)) throw httpError(400, '"dpr" must be from 1 to 3')
  return pixels && Math.min(Math.round(pixels * ratio), maxSide)
}

function formatOf(search: URLSearchParams, accept: string): Format | undefined {
  const asked = search.get('fm')?.replace(/^(pjpg|jpeg)$/, 'jpg')
  if (asked) {
    if (asked in mimeTypes) return asked as Format
    throw httpError(400, `Invalid "fm": ${asked}`)
  }
  if (!search.has('auto')) return undefined
  if (search.get('auto') !== 'format') throw httpError(400, `Invalid "auto": ${search.get('auto')}`)
  return accept.includes('image/webp') ? 'webp' : undefined
}

function rectOf(search: URLSearchParams): Transformation['rect'] {
  const text = search.get('rect')
  if (text === null) return undefined
  const [left, top, width, height, ...rest] = text.split(',').map(Number)
  const isWhole = (value: number | undefined): value is number =>
    Number.isInteger(value) && Number(value) >= 0
  if (
    !isWhole(left) ||
    !isWhole(top) ||
    !isWhole(width) ||
    !isWhole(height) ||
    !width ||
    !height ||
    rest.length
  )
    throw httpError(400, '"rect" must be left,top,width,height in whole pixels')
  return [left, top, width, height]
}

/** @returns the image as asked for, with its type. @param mimeType of `bytes`, kept where none is asked for. */
export async function transform(bytes: Uint8Array, mimeType: string, wanted: Transformation) {
  let image = sharp(bytes, {limitInputPixels: maxPixels}).autoOrient()
  if (wanted.rect) {
    const [left, top, width, height] = wanted.rect
    image = image.extract({left, top, width, height})
  }
  const format = wanted.format ?? formatFor(mimeType)
  try {
    const data = await encode(resize(image, wanted), format, wanted.quality ?? 75).toBuffer()
    return {data, mimeType: mimeTypes[format]}
  } catch (error) {
    throw httpError(400, `The image can't be made: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const formatFor = (mimeType: string): Format => {
  const found = Object.entries(mimeTypes).find(([, type]) => type === mimeType)
  return (found?.[0] as Format | undefined) ?? 'png'
}

/** Sanity's `fit` in sharp's terms. */
function resize(image: Sharp, {width, height, fit, position}: Transformation): Sharp {
  if (!width && !height) return image
  const size = {width, height}
  switch (fit) {
    case 'crop':
      return image.resize({...size, fit: 'cover', position})
    case 'min':
      return image.resize({...size, fit: 'cover', position, withoutEnlargement: true})
    case 'scale':
      return image.resize({...size, fit: width && height ? 'fill' : 'inside'})
    case 'fill':
      return image.resize({...size, fit: 'contain', background: '#fff'})
    case 'fillmax':
      return image.resize({...size, fit: 'contain', background: '#fff', withoutEnlargement: true})
    case 'max':
      return image.resize({...size, fit: 'inside', withoutEnlargement: true})
    default:
      return image.resize({...size, fit: 'inside'})
  }
}

function encode(image: Sharp, format: Format, quality: number): Sharp {
  if (format === 'jpg') return image.flatten({background: '#fff'}).jpeg({quality, mozjpeg: true})
  if (format === 'png') return image.png()
  return format === 'webp' ? image.webp({quality}) : image.avif({quality})
}
