import type {Json} from '../document.ts'
import {httpError} from '../errors.ts'

/** Parameters are `$name=<JSON>` in the address. @throws 400 naming one that isn't JSON. */
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
  // Not by assignment: that would make `$__proto__` the prototype of the others.
  return Object.fromEntries(params)
}
