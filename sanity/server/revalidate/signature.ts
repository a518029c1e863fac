import {timingSafeEqual} from 'node:crypto'
import {encodeSignatureHeader} from '@sanity/webhook'

/** Sanity's format: the time of signing in milliseconds, and the signature. */
const SIGNATURE = /^t=(\d{1,16}),v1=[\w-]+$/

/**
 * Whether the header signs this body with this secret. `isValidSignature` of @sanity/webhook compares with
 * `===`, which takes longer the more of the signature is right. This comparison takes constant time.
 */
export async function isSignedWith(secret: string, body: string, header: string | null): Promise<boolean> {
  const time = header?.match(SIGNATURE)?.[1]
  if (!header || !time) return false
  // Throws for an empty body, and for a time before Sanity had webhooks.
  const expected = await encodeSignatureHeader(body, Number(time), secret).catch(() => '')
  const [left, right] = [Buffer.from(header), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
