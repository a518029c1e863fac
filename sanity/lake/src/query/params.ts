import type {Json} from '../document.ts'
import {httpError} from '../errors.ts'

/**
 * Reads parameters from the URL, where they are `$name=<JSON>`. @throws 400 that names one that is not JSON.
 */
export function paramsFromAddress(search: URLSearchParams): Json {
  const params: [name: string, value: unknown][] = []
  for (const [name, value] of search) {
    if (!name.startsWith('$')) continue
    try {
      params.push([name.slice(1), JSON.parse(value)])
    } catch {
      throw httpError(400, `The parameter ${name} is not JSON: ${value.slice(0, 100)}`)
    }
  }
  // Not by assignment: `$__proto__` would become the prototype of the object.
  return Object.fromEntries(params)
}
