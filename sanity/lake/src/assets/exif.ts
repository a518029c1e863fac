import readExif from 'exif-reader'

/**
 * What a camera wrote into the file, in Sanity's two shapes: `exif`, a flat object of the tags, and `location`, a
 * geopoint. Each only when the uploader asks for it: it may say where somebody lives.
 */
export function cameraFacts(exif: Buffer | undefined, parts: string[]): Record<string, unknown> {
  if (!exif || !(parts.includes('exif') || parts.includes('location'))) return {}
  const tags = readTags(exif)
  const place = parts.includes('location') ? placeOf(tags?.GPSInfo ?? {}) : undefined
  return {
    ...(parts.includes('exif') && tags ? {exif: flat({...tags.Image, ...tags.Photo})} : {}),
    ...(place ? {location: place} : {}),
  }
}

/** Cameras and editors write much that is broken: then there is none, and the image is as good as before. */
function readTags(exif: Buffer) {
  try {
    return readExif(exif)
  } catch {
    return undefined
  }
}

/** Without what JSON has no word for, such as a maker's binary notes. Times as ISO 8601. */
const flat = (tags: Record<string, unknown>) => ({
  _type: 'sanity.imageExifMetadata',
  ...Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]): [string, unknown][] => {
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [[name, value.toISOString()]]
      const isPlain = [value].flat().every((item) => typeof item === 'string' || Number.isFinite(item))
      return isPlain ? [[name, value]] : []
    }),
  ),
})

function placeOf(gps: Record<string, unknown>) {
  const lat = degrees(gps.GPSLatitude, gps.GPSLatitudeRef === 'S')
  const lng = degrees(gps.GPSLongitude, gps.GPSLongitudeRef === 'W')
  if (lat === undefined || lng === undefined) return undefined
  const alt = typeof gps.GPSAltitude === 'number' ? {alt: gps.GPSAltitude} : {}
  return {_type: 'geopoint', lat, lng, ...alt}
}

/** Degrees, minutes and seconds → degrees; south and west are below zero. */
function degrees(value: unknown, isNegative: boolean): number | undefined {
  if (!Array.isArray(value)) return undefined
  const [whole = 0, minutes = 0, seconds = 0] = value.map(Number)
  const sum = whole + minutes / 60 + seconds / 3600
  return Number.isFinite(sum) ? (isNegative ? -sum : sum) : undefined
}
