/**
 * Content may break its schema (an import, an API write, an older schema), so nothing from a query is taken at its
 * type's word. These readers treat missing as undefined and throw on the wrong type; `mapValid` catches that.
 */

function wrongType(expected: string, value: unknown): TypeError {
  const shown = JSON.stringify(value) ?? String(value)
  return new TypeError(`expected ${expected}, got ${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}`)
}

/** A trimmed string; undefined when missing or blank. */
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

/** A whole number; undefined when missing. */
export function parseInteger(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined
  if (!Number.isSafeInteger(value)) throw wrongType('a whole number', value)
  return Number(value)
}

/** The word a table has for an enum value; undefined when the value is missing or not in the table. */
export function lookUp<Word>(table: Readonly<Record<string, Word>>, value: unknown): Word | undefined {
  return typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined
}
