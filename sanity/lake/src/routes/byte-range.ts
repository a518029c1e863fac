export type ByteRange = {start: number; end: number}

/**
 * The part of a file that a request asks for ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-14)).
 * `undefined`: the whole file. So it is for several ranges at once and for a malformed header, as the RFC allows.
 */
export function byteRange(
  {range, ifRange}: {range: string | undefined; ifRange: string | undefined},
  size: number,
  etag: string,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(range?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  // The client has another version of the file, so the parts would not fit together.
  if (ifRange !== undefined && ifRange !== etag) return undefined
  // `-5`: the last five bytes.
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  return start > end ? 'unsatisfiable' : {start, end}
}
