/**
 * Content may violate its schema (an import, an API write, an older schema), so the types of query results
 * can't be trusted. These parsers return undefined for a missing value and throw on a wrong type. `mapValid`
 * catches that.
 */

function wrongType(expected: string, value: unknown): TypeError {
  const shown = JSON.stringify(value) ?? String(value)
  return new TypeError(`expected ${expected}, got ${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}`)
}

/** A trimmed string. Undefined when missing or blank. */
export function parseString(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'string') throw wrongType('a string', value)
  return value.trim() || undefined
}

export function requireString(value: unknown, what: string): string {
  const text = parseString(value)
  if (text === undefined) throw new TypeError(`${what} is missing`)
  return text
}

/** A whole number. Undefined when missing. */
export function parseInteger(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined
  if (!Number.isSafeInteger(value)) throw wrongType('a whole number', value)
  return Number(value)
}

/** The table's entry for an enum value. Undefined when the value is missing or not in the table. */
export function lookUp<Word>(table: Readonly<Record<string, Word>>, value: unknown): Word | undefined {
  return typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined
}
