import type {Graph} from 'schema-dts'

/** The text of a JSON-LD block. `<` is escaped, so that no content can end the element or begin another. */
export function serializeJsonLd(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}
