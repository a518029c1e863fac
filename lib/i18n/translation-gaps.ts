import {type Locale, locales} from './locales.ts'

/** Whether one language of a localized field has a value: text, rich text or a slug. */
function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return value !== null && typeof value === 'object' && 'current' in value && isFilled(value.current)
}

/** The languages that a field lacks although it has the other one. An empty field lacks none. */
export function missingLanguages(field: unknown): Locale[] {
  if (field === null || typeof field !== 'object') return []
  const missing = locales.filter((locale) => !isFilled((field as Record<string, unknown>)[locale]))
  return missing.length === locales.length ? [] : missing
}

/** All localized fields in a value, at any depth. */
function localizedFields(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return []
  const own = '_type' in value && /^locale[A-Z]/.test(String(value._type)) ? [value] : []
  return own.length > 0 ? own : Object.values(value).flatMap(localizedFields)
}

/** For each language: the share of filled localized fields that have it, in whole percent, rounded down. */
export function translated(document: unknown): Record<Locale, number> {
  const fields = localizedFields(document).filter((field) =>
    locales.some((locale) => isFilled((field as Record<string, unknown>)[locale])),
  )
  const percent = (locale: Locale) => {
    const filled = fields.filter((field) => !missingLanguages(field).includes(locale)).length
    return fields.length === 0 ? 100 : Math.floor((filled / fields.length) * 100)
  }
  return {cs: percent('cs'), en: percent('en')}
}
