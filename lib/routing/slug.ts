import slugify from '@sindresorhus/slugify'

const MAX_LENGTH = 80

/** slugify would replace these signs with English words, also in Czech slugs. */
const signs: [string, string][] = ['&', '♥', '🦄'].map((sign) => [sign, ' '])

/**
 * The slug of a name: a–z, digits and single hyphens, at most 80 characters, cut at the end of a word. Other
 * scripts are transliterated to Latin. Empty when that is impossible, as with Chinese.
 */
export function slugOf(name: string): string {
  const slug = slugify(name.normalize('NFC').toWellFormed(), {decamelize: false, customReplacements: signs})
  if (slug.length <= MAX_LENGTH) return slug
  const end = slug.lastIndexOf('-', MAX_LENGTH)
  return slug.slice(0, end > 0 ? end : MAX_LENGTH)
}
