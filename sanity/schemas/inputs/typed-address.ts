import {safeUrl} from '#lib/parsing/safe-url.ts'

/** "www.migrace.com" becomes "https://www.migrace.com". Text that names a scheme or no domain stays. */
export const completeUrl = (text: string): string => {
  const trimmed = text.trim()
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(trimmed) ? `https://${trimmed}` : trimmed
}

/** The web address that was typed or pasted, completed; undefined when it is not an address. */
export function typedAddress(text: string): string | undefined {
  const href = safeUrl(completeUrl(text))
  return href?.startsWith('http') ? href : undefined
}
