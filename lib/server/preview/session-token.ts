import {createHmac, hkdfSync, timingSafeEqual} from 'node:crypto'

/** No dash: nginx can't read such a cookie as a variable (docs/deploy/nginx.conf). */
export const SESSION_COOKIE = 'preview_session'

/** Signed and stored in the cookie: every server can verify it, and none has to store it. */
export type PreviewSession = {
  /** 32 hexadecimal digits. */
  id: string
  /** The document with the preview secret, and its revision when this session started. */
  secretId: string
  secretRevision: string
  /** Milliseconds since 1970. */
  expires: number
}

export type Verdict = {state: 'valid'; session: PreviewSession} | {state: 'expired'} | {state: 'forged'}

/** A real token has about 300 characters. Longer input is refused without hashing. */
const MAX_TOKEN_LENGTH = 2_000

/**
 * The signing key, derived from the read token. A caller with that token can read drafts anyway, so a stolen
 * key gives no further access. Replacing the token ends every preview session.
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

/** Compares the signature first and in constant time. Reads the payload only after that. */
export function verifySession(token: string, key: Buffer, now = Date.now()): Verdict {
  const [payload = '', signature = '', ...rest] = token.length > MAX_TOKEN_LENGTH ? [] : token.split('.')
  const expected = Buffer.from(signatureOf(payload, key))
  const given = Buffer.from(signature)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return {state: 'forged'}
  const session: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  if (!isSession(session)) return {state: 'forged'}
  return session.expires > now ? {state: 'valid', session} : {state: 'expired'}
}
