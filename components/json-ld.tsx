import type {Graph} from 'schema-dts'
import {serializeJsonLd} from '#lib/structured-data/serialize.ts'

/** What the page says, for machines: a block of data, never executed. */
export function JsonLd({graph}: {graph: Graph}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would turn the quotes of JSON into entities, which a script element doesn't decode; serializeJsonLd escapes what could end it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: serializeJsonLd(graph)}} />
}
