import {randomBytes} from 'node:crypto'
import {isRecord} from '../document.ts'

const newKey = () => randomBytes(6).toString('hex')

/** `autoGenerateArrayKeys`: adds a `_key` to objects in arrays without one. Returns a new value. */
export function withArrayKeys<T>(value: T): T
export function withArrayKeys(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item) =>
      isRecord(item) && item._key === undefined
        ? {_key: newKey(), ...withArrayKeys(item)}
        : withArrayKeys(item),
    )
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withArrayKeys(item)]))
}

type Duplicate = {key: string; first: string; second: string}

/**
 * Finds two array items with the same `_key` below the same attributes. So `text[0].children[0]` and
 * `text[1].children[0]` must differ, as at Sanity; `title[0]` and `text[0]` need not.
 */
export function duplicateKey(
  value: unknown,
  path = '',
  seen = new Map<string, string>(),
): Duplicate | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isArray = Array.isArray(value)
  for (const [name, item] of Object.entries(value)) {
    const place = isArray ? `${path}[${name}]` : path ? `${path}.${name}` : name
    if (isArray && isRecord(item) && typeof item._key === 'string') {
      const identity = JSON.stringify([place.replaceAll(/\[\d+\]/g, '[]'), item._key])
      const [first, second] = [seen.get(identity), `${place}._key`]
      if (first) return {key: item._key, first, second}
      seen.set(identity, second)
    }
    const found = duplicateKey(item, place, seen)
    if (found) return found
  }
  return undefined
}
