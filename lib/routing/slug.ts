import slugify from '@sindresorhus/slugify'

const MOST = 80

/** Words in place of signs would be English ones in a Czech address. */
const signs: [string, string][] = ['&', '♥', '🦄'].map((sign) => [sign, ' '])

/**
 * The last part of an address made from a name: only a–z, digits and single hyphens, at most 80 characters, cut where a
 * word ends. Other scripts are written in Latin letters; empty when no letter can be, as with Chinese.
 */
export function slugOf(name: string): string {
  const slug = slugify(name.normalize('NFC').toWellFormed(), {decamelize: false, customReplacements: signs})
  if (slug.length <= MOST) return slug
  const end = slug.lastIndexOf('-', MOST)
  return slug.slice(0, end > 0 ? end : MOST)
}
