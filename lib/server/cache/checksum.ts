import {createHash} from 'node:crypto'
import {compareKeys} from '../../i18n/collation.ts'
import {isWholePage} from './whole-page.ts'

/**
 * An entry on disk has several files. A full disk or a killed process can leave some of them old, cut off or
 * empty. So an entry has a checksum of all its parts, stored in the file that is renamed last. An entry that
 * does not match is ignored.
 */
export const CHECKSUM_HEADER = 'x-checksum'

export type Parts = {
  kind: string
  headers?: Record<string, unknown> | undefined
  html?: string
  body?: Uint8Array
  rscData?: Uint8Array | undefined
  segmentData?: Map<string, Uint8Array> | undefined
}

/** Pages and routes. Other kinds are not written to disk. */
const hasChecksum = ({kind}: Parts) => kind === 'APP_PAGE' || kind === 'APP_ROUTE'

function checksumOf({html = '', body, rscData, segmentData}: Parts): string {
  const hash = createHash('sha256')
  // Each part with its length: otherwise bytes could move from one part to the next unnoticed.
  const add = (part: string | Uint8Array) => hash.update(`${Buffer.byteLength(part)}:`).update(part)
  for (const part of [html, body ?? '', rscData ?? '']) add(part)
  for (const [path, data] of [...(segmentData ?? [])].sort(([a], [b]) => compareKeys(a, b))) {
    add(path)
    add(data)
  }
  return hash.digest('base64url')
}

export const withChecksum = <Value extends {kind: string}>(value: Value): Value =>
  hasChecksum(value)
    ? {...value, headers: {...(value as Parts).headers, [CHECKSUM_HEADER]: checksumOf(value)}}
    : value

/** Files of the build have no checksum. Nothing writes to them again, so only a cut-off file is possible. */
function isComplete(value: Parts): boolean {
  const checksum = value.headers?.[CHECKSUM_HEADER]
  if (checksum !== undefined) return checksum === checksumOf(value)
  return value.kind === 'APP_PAGE' ? isWholePage(value.html ?? '') : (value.body?.length ?? 0) > 0
}

/** Hashing is slow, so each value is checked once. */
const checked = new WeakMap<object, boolean>()

export function isIntact(value: Parts): boolean {
  if (!hasChecksum(value)) return true
  const intact = checked.get(value) ?? isComplete(value)
  checked.set(value, intact)
  return intact
}
