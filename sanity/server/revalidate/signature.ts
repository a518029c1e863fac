import {timingSafeEqual} from 'node:crypto'
import {encodeSignatureHeader} from '@sanity/webhook'

/** As Sanity sends it: when it was signed, in milliseconds, and the signature itself. */
const SIGNATURE = /^t=(\d{1,16}),v1=[\w-]+$/

/**
 * Whether the header was made from this body with this secret. `isValidSignature` of @sanity/webhook compares with
 * `===`, which takes longer the more of the signature is right; here the comparison takes the same time for all.
 */
export async function isSignedWith(secret: string, body: string, header: string | null): Promise<boolean> {
  const time = header?.match(SIGNATURE)?.[1]
  if (!header || !time) return false
  // Throws for a time before there were webhooks and for an empty body.
  const expected = await encodeSignatureHeader(body, Number(time), secret).catch(() => '')
  const [left, right] = [Buffer.from(header), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
