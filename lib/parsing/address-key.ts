import {safeUrl} from './safe-url.ts'

/**
 * The part of a web address that tells two pages apart: without scheme, "www.", trailing slashes and fragment.
 * Two addresses with the same key lead to the same page, except on very unusual servers.
 */
export function addressKey(value: unknown): string | undefined {
  const href = safeUrl(value)
  if (!href?.startsWith('http')) return undefined
  const {host, pathname, search} = new URL(href)
  return host.replace(/^www\./, '') + pathname.replace(/\/+$/, '') + search
}
