export type LinkedDocument = {_id: string} & Record<string, unknown>

/** Every http(s) address in a document: any field whose whole text is one, so new fields are covered too. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name.startsWith('_') ? [] : addressesIn(inner)))
}

/** The addresses of all documents, each once, by host. */
export function addressesByHost(documents: readonly LinkedDocument[]): Map<string, string[]> {
  const addresses = new Set(documents.flatMap(addressesIn))
  return Map.groupBy(addresses, (address) => new URL(address).host)
}
