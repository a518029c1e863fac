import type {Graph} from 'schema-dts'

/** The text of a JSON-LD block. `<` is escaped, so that content can't close the element or open another. */
export function serializeJsonLd(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}
