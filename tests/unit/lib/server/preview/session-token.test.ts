import {createHmac} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {
  type PreviewSession,
  signingKey,
  signSession,
  verifySession,
} from '#lib/server/preview/session-token.ts'

const key = signingKey('a-read-token-for-this-test')
const start = Date.parse('2026-11-26T09:00:00Z')
const session: PreviewSession = {
  id: '0123456789abcdef0123456789abcdef',
  secretId: 'sanity-preview-url-secret.share-access',
  secretRevision: 'a-revision',
  expires: start + 60_000,
}
const token = signSession(session, key)
const forged = {state: 'forged'}
/** Any text, signed with the right key. */
const signed = (text: string) => {
  const payload = Buffer.from(text).toString('base64url')
  return `${payload}.${createHmac('sha256', key).update(payload).digest('base64url')}`
}

describe('the token of a preview session', () => {
  it('is valid until it expires, and returns the signed session', () => {
    expect(verifySession(token, key, start)).toEqual({state: 'valid', session})
    expect(verifySession(token, key, session.expires - 1).state).toBe('valid')
    expect(verifySession(token, key, session.expires)).toEqual({state: 'expired'})
  })

  it('expires at the signed time, also when the clock was set back or forward', () => {
    expect(verifySession(token, key, start - 24 * 60 * 60_000)).toEqual({state: 'valid', session})
    expect(verifySession(token, key, start + 24 * 60 * 60_000)).toEqual({state: 'expired'})
  })

  it('is forged under the key of another read token', () => {
    expect(verifySession(token, signingKey('another-read-token-here'), start)).toEqual(forged)
  })

  it('is forged with any character changed, added or missing', () => {
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(verifySession(token.slice(0, at) + other + token.slice(at + 1), key, start)).toEqual(forged)
      expect(verifySession(token.slice(0, at), key, start)).toEqual(forged)
    }
    for (const more of ['=', '.', 'A', ' ', '.A'])
      expect(verifySession(token + more, key, start)).toEqual(forged)
  })

  it('can’t be given a later expiry without the key', () => {
    const later = Buffer.from(JSON.stringify({...session, expires: start * 2})).toString('base64url')
    expect(verifySession(`${later}.${token.split('.')[1]}`, key, start)).toEqual(forged)
  })

  it('is never Next’s own secret, an empty string or a very long one', () => {
    for (const guess of ['', '.', '..', 'x', '0123456789abcdef0123456789abcdef', 'é.é', 'a'.repeat(100_000)])
      expect(verifySession(guess, key, start)).toEqual(forged)
  })

  it('is refused with a wrong field, even with a valid signature', () => {
    const wrong = [
      'null',
      '[]',
      '{}',
      JSON.stringify({...session, expires: '9999'}),
      JSON.stringify({...session, expires: null}),
      JSON.stringify({...session, id: '../../secrets'}),
      JSON.stringify({...session, secretId: undefined}),
      JSON.stringify({...session, secretRevision: 1}),
    ]
    for (const text of wrong) expect(verifySession(signed(text), key, start), text).toEqual(forged)
  })

  it('does not contain the key or the read token', () => {
    expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).toBe(JSON.stringify(session))
    expect(token).not.toContain(key.toString('base64url'))
  })
})
