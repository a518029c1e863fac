import {isRecord} from './document.ts'

/** JSON escapes a lone surrogate. The two halves of a pair may be escaped too; then nothing is replaced. */
const surrogateEscape = /\\u[dD][89a-fA-F]/

/**
 * Replaces lone surrogates by U+FFFD. Half of an emoji is a string in JavaScript, but not in UTF-8: no address
 * can have it, no query can find it, and `encodeURIComponent` in a webhook's receiver throws.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.toWellFormed(), wellFormed(item)]),
  )
}

/** The same for a value that was parsed from `json`. Almost no text has an escape, so the walk is rare. */
export const wellFormedFrom = (json: string, value: unknown): unknown =>
  surrogateEscape.test(json) ? wellFormed(value) : value
