const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The URL, if it is absolute and its protocol can't run code. Otherwise undefined. */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return undefined
  const url = new URL(value.trim())
  return protocols.has(url.protocol) ? url.href : undefined
}
