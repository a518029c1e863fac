import type {Graph} from 'schema-dts'
import {serializeJsonLd} from '#lib/structured-data/serialize.ts'

/** Structured data of the page: a data block that browsers don't execute. */
export function JsonLd({graph}: {graph: Graph}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of JSON as entities, which a script element doesn't decode. serializeJsonLd escapes what could close the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: serializeJsonLd(graph)}} />
}
