import 'server-only'
import {randomBytes} from 'node:crypto'
import {logError} from '#lib/server/observability/log.ts'
import {endSession, isEnded} from '#lib/server/preview/ended-sessions.ts'
import {
  type PreviewSession,
  signingKey,
  signSession,
  verifySession,
} from '#lib/server/preview/session-token.ts'
import {client} from '#sanity/server/client.ts'
import {readToken} from '#sanity/server/token.ts'
import {type PreviewSecret, secretCheck} from './preview-secret.ts'

/** Without the token there is no key: no session is valid, and no preview opens. */
const key = readToken ? signingKey(readToken) : undefined
const isSecretThere = readToken ? secretCheck(client.withConfig({token: readToken})) : undefined

/**
 * The session of a token, if the token is signed and not expired, and the editor has not left the preview.
 */
async function sessionOf(token: string | undefined): Promise<PreviewSession | 'ended' | 'forged'> {
  const verdict = key && token ? verifySession(token, key) : undefined
  if (!verdict || verdict.state === 'forged') return 'forged'
  return verdict.state === 'expired' || (await isEnded(verdict.session.id)) ? 'ended' : verdict.session
}

/** `unanswered`: the CMS does not answer whether the secret still exists. Then nothing is shown. */
export type PreviewState = 'open' | 'ended' | 'forged' | 'unanswered'

export async function stateOfPreview(token: string): Promise<PreviewState> {
  const session = await sessionOf(token)
  if (typeof session === 'string') return session
  if (!isSecretThere) return 'forged'
  try {
    return (await isSecretThere(session)) ? 'open' : 'ended'
  } catch (error) {
    logError('The CMS did not answer whether a preview is still open', error)
    return 'unanswered'
  }
}

/** A browser that is in a preview keeps the id of its session, so that leaving ends all its tokens. */
export async function openPreview(secret: PreviewSecret, current: string | undefined): Promise<string> {
  if (!key) throw new Error('SANITY_API_READ_TOKEN is not set: no preview can be opened.')
  const session = await sessionOf(current)
  const id = typeof session === 'string' ? randomBytes(16).toString('hex') : session.id
  return signSession({...secret, id}, key)
}

export async function leavePreview(token: string | undefined): Promise<void> {
  const session = await sessionOf(token)
  if (typeof session !== 'string') await endSession(session)
}
