const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address when it is absolute and of a kind that can't run code, else undefined. Takes anything. */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return undefined
  const url = new URL(value.trim())
  return protocols.has(url.protocol) ? url.href : undefined
}
