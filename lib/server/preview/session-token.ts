import {createHmac, hkdfSync, timingSafeEqual} from 'node:crypto'

/** nginx can only name cookies without a dash (docs/deploy/nginx.conf). */
export const SESSION_COOKIE = 'preview_session'

/** Signed into the cookie, so that every server of the site can check it and none has to store it. */
export type PreviewSession = {
  /** 32 hexadecimal digits. */
  id: string
  /** The document that holds the preview secret, in the revision that opened this session. */
  secretId: string
  secretRevision: string
  /** Milliseconds since 1970. */
  expires: number
}

export type Verdict = {state: 'valid'; session: PreviewSession} | {state: 'expired'} | {state: 'forged'}

/** A real token has about 300 characters. A longer one is not worth the hashing. */
const LONGEST_TOKEN = 2_000

/**
 * The key for signing, derived from the token that reads drafts: who knows that token can read drafts anyway, so a stolen
 * key opens nothing more. Replacing the token ends every preview.
 */
export const signingKey = (readToken: string): Buffer =>
  Buffer.from(hkdfSync('sha256', readToken, '', 'simi preview session 1', 32))

const signatureOf = (payload: string, key: Buffer) =>
  createHmac('sha256', key).update(payload).digest('base64url')

export function signSession(session: PreviewSession, key: Buffer): string {
  const payload = Buffer.from(JSON.stringify(session)).toString('base64url')
  return `${payload}.${signatureOf(payload, key)}`
}

function isSession(value: unknown): value is PreviewSession {
  const {id, secretId, secretRevision, expires} = Object(value)
  return (
    typeof id === 'string' &&
    /^[0-9a-f]{32}$/.test(id) &&
    typeof secretId === 'string' &&
    typeof secretRevision === 'string' &&
    Number.isSafeInteger(expires)
  )
}

/** Compares the signature in constant time and before anything else is read. */
export function verifySession(token: string, key: Buffer, now = Date.now()): Verdict {
  const [payload = '', signature = '', ...rest] = token.length > LONGEST_TOKEN ? [] : token.split('.')
  const expected = Buffer.from(signatureOf(payload, key))
  const given = Buffer.from(signature)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return {state: 'forged'}
  const session: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  if (!isSession(session)) return {state: 'forged'}
  return session.expires > now ? {state: 'valid', session} : {state: 'expired'}
}
