import type {Json} from '../document.ts'
import {httpError} from '../errors.ts'
import {bareParams} from '../query/bare-params.ts'

/** Parameters are `$name=<JSON>` in the address. @throws 400 naming one that isn't JSON. */
export function paramsFromAddress(search: URLSearchParams): Json {
  const params = bareParams({})
  for (const [name, value] of search) {
    if (!name.startsWith('$')) continue
    try {
      params[name.slice(1)] = JSON.parse(value)
    } catch {
      throw httpError(400, `The parameter ${name} is not JSON: ${value.slice(0, 100)}`)
    }
  }
  return params
}
