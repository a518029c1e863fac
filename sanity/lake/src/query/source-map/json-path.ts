import {isRecord, type Json} from '../../document.ts'

/** A segment `{_key}` selects the element of an array with this key. */
type Segment = string | number | {_key: string}

const escapes: Record<string, string> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

const escaped = (text: string) =>
  text.replace(/[\f\n\r\t'\\]/g, (character) => escapes[character] ?? character)

/**
 * A normalized path (RFC 9535), with the escapes of `@sanity/client`: the client compares paths as text. So
 * other control characters are not escaped.
 */
export const normalizedPath = (path: Segment[]): string =>
  `$${path
    .map((segment) =>
      typeof segment === 'number'
        ? `[${segment}]`
        : typeof segment === 'string'
          ? `['${escaped(segment)}']`
          : `[?(@._key=='${escaped(segment._key)}')]`,
    )
    .join('')}`

/** Replaces the index of an element by its key, if it has one that no other element has. */
export function keyedPath(document: unknown, path: (string | number)[]): Segment[] {
  let value = document
  return path.map((segment) => {
    const parent = value
    value = (parent as Json)[segment]
    const key = Array.isArray(parent) && isRecord(value) ? value._key : undefined
    return typeof key === 'string' && uniqueKeysOf(parent as unknown[]).has(key) ? {_key: key} : segment
  })
}

const uniqueKeys = new WeakMap<unknown[], Set<string>>()

function uniqueKeysOf(items: unknown[]): Set<string> {
  const known = uniqueKeys.get(items)
  if (known) return known
  const [once, seen] = [new Set<string>(), new Set<string>()]
  for (const item of items) {
    const key = isRecord(item) ? item._key : undefined
    // The client does not read keys with these characters back as they were.
    if (typeof key !== 'string' || key === '' || /['\\]/.test(key)) continue
    if (seen.has(key)) once.delete(key)
    else once.add(key)
    seen.add(key)
  }
  uniqueKeys.set(items, once)
  return once
}
