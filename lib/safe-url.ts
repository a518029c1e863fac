const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address when it is absolute and of a kind that can't run code, else undefined. Takes anything. */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return undefined
  const url = new URL(value.trim())
  return protocols.has(url.protocol) ? url.href : undefined
}

/** `https://www.example.org/` reads as `example.org`. */
export function displayUrl(url: string): string {
  const {hostname, pathname, search, hash} = new URL(url)
  const rest = `${pathname}${search}${hash}`
  return `${hostname.replace(/^www\./, '')}${rest === '/' ? '' : rest}`
}
