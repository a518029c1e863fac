const unreserved = /[\w.~-]/

/**
 * The normal form of a request path (RFC 3986, section 6.2.2): one address, one page, one cache entry.
 * Percent-encoded letters are decoded, the others get upper-case digits, and dot segments and repeated slashes
 * go. Repeated slashes must go: a redirect to `//host` would leave the site.
 * @returns undefined when it can't be decoded.
 */
export function normalizePath(path: string): string | undefined {
  // Almost every path is in its normal form. This test costs less than the parser.
  if (!/[%\\]|\/[./]|[^!-~]/.test(path)) return path
  try {
    // Node reads the bytes of a path as Latin-1.
    const encoded = path.replace(/[^!-~]+/g, (bytes) =>
      encodeURIComponent(Buffer.from(bytes, 'latin1').toString()),
    )
    const decoded = encoded.replace(/%[\da-f]{2}/gi, (sequence) => {
      const character = decodeAscii(sequence)
      return unreserved.test(character) ? character : sequence.toUpperCase()
    })
    decodeURIComponent(decoded)
    return new URL(`http://host${decoded}`).pathname.replace(/\/{2,}/g, '/')
  } catch {
    return undefined
  }
}

const decodeAscii = (sequence: string) => String.fromCharCode(Number.parseInt(sequence.slice(1), 16))
