import sharp from 'sharp'

type Colour = {red: number; green: number; blue: number; population: number; saturation: number; luma: number}

/** The target of a swatch: saturation and lightness from 0 to 1. */
type Target = {
  saturation: readonly [min: number, target: number, max: number]
  luma: readonly [number, number, number]
}

const vibrant = [0.35, 1, 1] as const
const muted = [0, 0.3, 0.4] as const
const dark = [0, 0.26, 0.45] as const
const normal = [0.3, 0.5, 0.7] as const
const light = [0.55, 0.74, 1] as const

/** In the order in which they select; no colour is used twice. From Android's Palette, as Sanity's. */
const targets: Record<string, Target> = {
  vibrant: {saturation: vibrant, luma: normal},
  lightVibrant: {saturation: vibrant, luma: light},
  darkVibrant: {saturation: vibrant, luma: dark},
  muted: {saturation: muted, luma: normal},
  lightMuted: {saturation: muted, luma: light},
  darkMuted: {saturation: muted, luma: dark},
}

/** @returns Sanity's seven swatches. A swatch that matches no colour of the image has a `population` of 0. */
export async function paletteOf(small: Buffer) {
  const {data, info} = await sharp(small)
    .resize({width: 96, height: 96, fit: 'inside', withoutEnlargement: true})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const colours = coloursOf(data, info.channels)
  const swatchColours = new Map<string, Colour>()
  for (const [name, target] of Object.entries(targets)) {
    const free = colours.filter(
      (colour) => ![...swatchColours.values()].includes(colour) && fits(colour, target),
    )
    const best = free.sort((left, right) => score(right, target) - score(left, target))[0]
    if (best) swatchColours.set(name, best)
  }
  // The image is fully transparent.
  const dominant = colours[0] ?? colour(0, 0, 0, 0)
  const swatches = Object.entries(targets).map(([name, target]) => [
    name,
    swatch(swatchColours.get(name) ?? adjustTo(dominant, target)),
  ])
  return {_type: 'sanity.imagePalette', ...Object.fromEntries(swatches), dominant: swatch(dominant)}
}

/** The colours of the visible pixels, similar ones merged, most frequent first. */
function coloursOf(data: Buffer, channels: number): Colour[] {
  const bins = new Map<number, [red: number, green: number, blue: number, count: number]>()
  let visible = 0
  for (let at = 0; at + 3 < data.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
    if (alpha < 125) continue
    visible += 1
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5)
    const bin = bins.get(key) ?? [0, 0, 0, 0]
    bin[0] += red
    bin[1] += green
    bin[2] += blue
    bin[3] += 1
    bins.set(key, bin)
  }
  return [...bins.values()]
    .map(([red, green, blue, count]) => colour(red / count, green / count, blue / count, count / visible))
    .sort((left, right) => right.population - left.population)
}

function colour(red: number, green: number, blue: number, population: number): Colour {
  const [high, low] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255]
  const luma = (high + low) / 2
  const saturation = high === low ? 0 : (high - low) / (luma > 0.5 ? 2 - high - low : high + low)
  return {red, green, blue, population, saturation, luma}
}

const isWithin = (value: number, [min, , max]: Target['luma']) => value >= min && value <= max

const fits = ({saturation, luma}: Colour, target: Target) =>
  isWithin(saturation, target.saturation) && isWithin(luma, target.luma)

/** The weights of Android's Palette: lightness counts most, frequency least. */
const score = ({saturation, luma, population}: Colour, target: Target) =>
  (3 * (1 - Math.abs(saturation - target.saturation[1])) +
    6 * (1 - Math.abs(luma - target.luma[1])) +
    population) /
  10

/** The same hue with the swatch's lightness and saturation. */
function adjustTo({red, green, blue}: Colour, {saturation, luma}: Target): Colour {
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const grey = high === low
  const spread = grey ? 0 : (1 - Math.abs(2 * luma[1] - 1)) * saturation[1]
  const part = (value: number) => 255 * (luma[1] + (grey ? 0 : spread * ((value - low) / (high - low) - 0.5)))
  return colour(part(red), part(green), part(blue), 0)
}

function swatch({red, green, blue, population}: Colour) {
  const brightness = (red * 299 + green * 587 + blue * 114) / 1000
  const hex = [red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground: brightness < 150 ? '#fff' : '#000',
    title: brightness < 200 ? '#fff' : '#000',
    population: Math.round(population * 10_000) / 100,
  }
}
