import {createHash} from 'node:crypto'

/**
 * A page lies on disk in several files, and a full disk or a kill can leave some of them old, cut off or empty. So an
 * entry carries a digest of its parts, in the one file that is put in place last: what does not match is no entry.
 */
export const SEAL = 'x-seal'

export type Parts = {
  kind: string
  headers?: Record<string, unknown> | undefined
  html?: string
  body?: Uint8Array
  rscData?: Uint8Array | undefined
  segmentData?: Map<string, Uint8Array> | undefined
}

/** A page's or a route's. Other kinds are not kept on disk. */
const isSealed = ({kind}: Parts) => kind === 'APP_PAGE' || kind === 'APP_ROUTE'

function sealOf({html = '', body, rscData, segmentData}: Parts): string {
  const hash = createHash('sha256')
  // Each with its length: else bytes could move from one part to the next unseen.
  const add = (part: string | Uint8Array) => hash.update(`${Buffer.byteLength(part)}:`).update(part)
  for (const part of [html, body ?? '', rscData ?? '']) add(part)
  for (const [path, data] of [...(segmentData ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
    add(path)
    add(data)
  }
  return hash.digest('base64url')
}

export const sealed = <Value extends {kind: string}>(value: Value): Value =>
  isSealed(value) ? {...value, headers: {...(value as Parts).headers, [SEAL]: sealOf(value)}} : value

/** The digest takes a moment, so each entry is looked at once. */
const looked = new WeakMap<object, boolean>()

export function isWhole(value: Parts): boolean {
  if (!isSealed(value)) return true
  const known = looked.get(value) ?? value.headers?.[SEAL] === sealOf(value)
  looked.set(value, known)
  return known
}
