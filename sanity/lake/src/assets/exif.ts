import readExif from 'exif-reader'

/**
 * Camera metadata in Sanity's two formats: `exif`, a flat object of the tags, and `location`, a geopoint.
 * Each is returned only when the uploader requests it, since it may reveal where a person lives.
 */
export function exifMetadata(exif: Buffer | undefined, parts: string[]): Record<string, unknown> {
  if (!exif || !(parts.includes('exif') || parts.includes('location'))) return {}
  const tags = readTags(exif)
  const location = parts.includes('location') ? locationOf(tags?.GPSInfo ?? {}) : undefined
  return {
    ...(parts.includes('exif') && tags ? {exif: flattenTags({...tags.Image, ...tags.Photo})} : {}),
    ...(location ? {location} : {}),
  }
}

/** Much EXIF data is broken. Then there is none, and the image is accepted. */
function readTags(exif: Buffer) {
  try {
    return readExif(exif)
  } catch {
    return undefined
  }
}

/** Only values that JSON can hold: no binary data such as maker notes. Times in ISO 8601. */
const flattenTags = (tags: Record<string, unknown>) => ({
  _type: 'sanity.imageExifMetadata',
  ...Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]): [string, unknown][] => {
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [[name, value.toISOString()]]
      const isPlain = [value].flat().every((item) => typeof item === 'string' || Number.isFinite(item))
      return isPlain ? [[name, value]] : []
    }),
  ),
})

function locationOf(gps: Record<string, unknown>) {
  const lat = degrees(gps.GPSLatitude, gps.GPSLatitudeRef === 'S')
  const lng = degrees(gps.GPSLongitude, gps.GPSLongitudeRef === 'W')
  if (lat === undefined || lng === undefined) return undefined
  const alt = typeof gps.GPSAltitude === 'number' ? {alt: gps.GPSAltitude} : {}
  return {_type: 'geopoint', lat, lng, ...alt}
}

/** Degrees, minutes and seconds → degrees. South and west are negative. */
function degrees(value: unknown, isNegative: boolean): number | undefined {
  if (!Array.isArray(value)) return undefined
  const [whole = 0, minutes = 0, seconds = 0] = value.map(Number)
  const sum = whole + minutes / 60 + seconds / 3600
  return Number.isFinite(sum) ? (isNegative ? -sum : sum) : undefined
}
